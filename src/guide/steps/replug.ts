import type { GuidedStep } from '../guided-step.ts';

export const replug: GuidedStep = {
  id: 'replug',
  requirements: ['A4', 'A8', 'C2'],
  reach: 'guide',
  effect: 'link-steady',
  patienceSeconds: 900,
  sentence: () =>
    'The connection to the iPhone is gone or keeps breaking off: please plug its cable in again.',
  actions: () => [
    'Pull the cable out of the iPhone and of the computer.',
    'Wait five seconds.',
    'Plug it in again at both ends, until it clicks, and unlock the iPhone.',
  ],
  drawing: () => ({
    scene: 'plain',
    marks: [{ spot: 'connector', number: 1, hold: false }],
    caption: 'The connector at the bottom of the phone',
  }),
};
