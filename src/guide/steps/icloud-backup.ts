import type { GuidedStep } from '../guided-step.ts';

export const icloudBackup: GuidedStep = {
  id: 'icloud-backup',
  requirements: ['A15'],
  reach: 'guide',
  effect: 'next-attempt',
  patienceSeconds: 120,
  sentence: () => 'An iCloud backup is at work on the iPhone and gets in the way: please stop it for now.',
  actions: () => [
    'Open Settings › your name › iCloud › iCloud Backup on the iPhone.',
    'Tap Cancel Backup, or switch iCloud Backup off; switch it on again when Thaw is done.',
  ],
  drawing: () => ({
    scene: 'gear',
    marks: [{ spot: 'screen', number: 1, hold: false }],
    caption: 'The iCloud Backup page of the settings',
  }),
};
