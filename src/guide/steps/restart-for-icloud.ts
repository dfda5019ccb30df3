import type { GuidedStep } from '../guided-step.ts';

export const restartForIcloud: GuidedStep = {
  id: 'restart-for-icloud',
  requirements: ['A3', 'D6'],
  reach: 'guide',
  effect: 'icloud-backup-runs',
  patienceSeconds: 600,
  sentence: () =>
    'A part of iOS that the iCloud backup needs has stopped working: please restart the iPhone.',
  actions: () => [
    'Open Settings › General, go to the end, and tap Shut Down. Switch the iPhone on again after a minute.',
    'Unlock it once, then open Settings › your name › iCloud › iCloud Backup and tap Back Up Now.',
  ],
  drawing: () => ({
    scene: 'logo',
    marks: [{ spot: 'side', number: 1, hold: true }],
    caption: 'The iPhone starting, and its side button',
  }),
};
