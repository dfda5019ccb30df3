import type { GuidedStep } from '../guided-step.ts';

export const lookAtIcloudSpace: GuidedStep = {
  id: 'look-at-icloud-space',
  requirements: ['B15', 'D1'],
  reach: 'guide',
  effect: 'next-attempt',
  patienceSeconds: 300,
  sentence: () =>
    'How full is iCloud? No cable shows that: please look on the iPhone, and say the two figures.',
  actions: () => [
    'Open Settings on the iPhone, tap your name, then iCloud.',
    'On top a bar shows, as an example, “48.2 GB of 50 GB used”. These two figures are what is asked for.',
  ],
  drawing: () => ({
    scene: 'storage',
    marks: [{ spot: 'screen', number: 2, hold: false }],
    caption: 'The iCloud page of the settings, with the bar of the storage on top',
  }),
};
