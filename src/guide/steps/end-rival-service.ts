import type { GuidedStep } from '../guided-step.ts';

export const endRivalService: GuidedStep = {
  id: 'end-rival-service',
  requirements: ['A1', 'B14', 'C5'],
  reach: 'guide',
  effect: 'one-service',
  patienceSeconds: 900,
  sentence: ({ rival, service }) =>
    `${rival ?? 'Another program'} serves iPhones beside ${service ?? 'usbmuxd'}: please end it.`,
  actions: (_model, { rival }) => [
    `End ${rival ?? 'the other program'}, and keep it from starting by itself.`,
    'Unplug the iPhone and plug it in again.',
  ],
  drawing: () => ({ scene: 'window', marks: [], caption: 'A window of this computer' }),
};
