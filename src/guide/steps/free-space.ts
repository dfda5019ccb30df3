import type { GuidedStep } from '../guided-step.ts';

export const freeSpace: GuidedStep = {
  id: 'free-space',
  requirements: ['B4', 'B13', 'D1'],
  reach: 'guide',
  effect: 'destination-has-room',
  patienceSeconds: 1800,
  sentence: ({ needed, free }) =>
    `The disk for the backup is too full${needed === undefined ? '' : `: ${needed} are needed`}${
      free === undefined ? '' : `, ${free} are free`
    }. Please make room on it.`,
  actions: () => [
    'Move or delete what you do not need on that disk, and empty its bin.',
    'Or name a second disk with --or-to, and start again.',
  ],
  drawing: () => ({ scene: 'storage', marks: [], caption: 'A disk that is nearly full' }),
};
