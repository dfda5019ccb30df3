import type { GuidedStep } from '../guided-step.ts';

export const startPhoneService: GuidedStep = {
  id: 'start-phone-service',
  requirements: ['A1', 'B5', 'B14', 'D7'],
  reach: 'guide',
  effect: 'service-answers',
  patienceSeconds: 900,
  sentence: ({ service, state }) =>
    `${service ?? 'The service of this computer that talks to iPhones'} is ${state === 'missing' ? 'not installed' : 'not running'}: please ${
      state === 'missing' ? 'install' : 'start'
    } it.`,
  actions: ({ connector }, { mend, service }) => [
    mend === undefined ? `Open ${service ?? 'it'} once.` : `Type in a terminal: ${mend}`,
    `Unplug the ${connector === 'usb-c' ? 'USB-C' : 'Lightning'} cable and plug it in again.`,
  ],
  drawing: () => ({ scene: 'window', marks: [], caption: 'A window of this computer' }),
};
