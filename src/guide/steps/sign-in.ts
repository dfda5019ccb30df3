import type { GuidedStep } from '../guided-step.ts';

export const signIn: GuidedStep = {
  id: 'sign-in',
  requirements: ['D10'],
  reach: 'guide',
  effect: 'icloud-backup-runs',
  patienceSeconds: 900,
  sentence: () =>
    'The iPhone has to be let into iCloud anew: please see to it there; Thaw has no part in it.',
  actions: () => [
    'Open Settings on the iPhone. A line under your name says what iCloud wants; tap it and follow it there.',
    'Then open your name › iCloud › iCloud Backup and tap Back Up Now.',
  ],
  drawing: () => ({
    scene: 'gear',
    marks: [{ spot: 'screen', number: 1, hold: false }],
    caption: 'The first page of the settings, with the name on top',
  }),
};
