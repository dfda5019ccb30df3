import type { GuidedStep } from '../guided-step.ts';

export const freePhoneSpace: GuidedStep = {
  id: 'free-phone-space',
  requirements: ['B4', 'B13', 'D1'],
  reach: 'guide',
  effect: 'phone-has-room',
  patienceSeconds: 1800,
  sentence: ({ free }) =>
    `The iPhone itself is too full to prepare a backup${free === undefined ? '' : ` (${free} are free)`}. Please make room on it.`,
  actions: () => [
    'Open Settings › General › iPhone Storage.',
    'Offload an app you rarely use: its documents stay. About 1 GB is enough.',
  ],
  drawing: () => ({
    scene: 'storage',
    marks: [{ spot: 'screen', number: 1, hold: false }],
    caption: 'The storage page of the settings',
  }),
};
