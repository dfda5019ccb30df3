import type { GuidedStep } from '../guided-step.ts';

/** By how it stands. */
const WANTED: ReadonlyMap<unknown, string> = new Map([
  ['missing', 'not installed: please install it'],
  ['disabled', 'switched off: please switch it on'],
  ['forbidden', 'not for this user: please get the right to use it'],
]);

export const startPhoneService: GuidedStep = {
  id: 'start-phone-service',
  requirements: ['A1', 'B5', 'B14', 'D7'],
  reach: 'guide',
  effect: 'service-answers',
  patienceSeconds: 900,
  sentence: ({ service, state }) =>
    `${service ?? 'The service of this computer that talks to iPhones'} is ${
      WANTED.get(state) ?? 'not running: please start it'
    }.`,
  actions: ({ connector }, { mend, service, state }) => [
    state === 'forbidden'
      ? 'Ask whoever looks after this computer for the right to use /var/run/usbmuxd, then log in anew.'
      : mend === undefined
        ? `Open ${service ?? 'it'} once.`
        : `Type in a terminal: ${mend}`,
    `Unplug the ${connector === 'usb-c' ? 'USB-C' : 'Lightning'} cable and plug it in again.`,
  ],
  drawing: () => ({ scene: 'window', marks: [], caption: 'A window of this computer' }),
};
