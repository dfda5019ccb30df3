import type { GuidedStep } from '../guided-step.ts';

export const setDate: GuidedStep = {
  id: 'set-date',
  requirements: ['A1', 'C8'],
  reach: 'guide',
  effect: 'clock-agrees',
  patienceSeconds: 900,
  sentence: () =>
    'The clocks of the iPhone and of this computer differ, and the protected connection fails for it: please set them.',
  actions: () => [
    'On the iPhone: Settings › General › Date & Time › Set Automatically.',
    'On this computer: let the date be set by the network too.',
  ],
  drawing: () => ({
    scene: 'gear',
    marks: [{ spot: 'screen', number: 1, hold: false }],
    caption: 'The date page of the settings',
  }),
};
