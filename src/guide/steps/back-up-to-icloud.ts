import type { GuidedStep } from '../guided-step.ts';

export const backUpToIcloud: GuidedStep = {
  id: 'back-up-to-icloud',
  requirements: ['B12'],
  reach: 'tap',
  effect: 'icloud-backup-runs',
  patienceSeconds: 600,
  sentence: () => 'Please unlock the iPhone once and start the iCloud backup by hand.',
  actions: () => [
    'Unlock the iPhone, and leave it on charger and Wi-Fi.',
    'Open Settings › your name › iCloud › iCloud Backup and tap Back Up Now.',
  ],
  drawing: () => ({
    scene: 'gear',
    marks: [{ spot: 'screen', number: 1, hold: false }],
    caption: 'The iCloud Backup page of the settings',
  }),
};
