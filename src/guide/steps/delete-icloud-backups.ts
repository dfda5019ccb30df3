import type { GuidedStep } from '../guided-step.ts';

export const deleteIcloudBackups: GuidedStep = {
  id: 'delete-icloud-backups',
  requirements: ['B13', 'D1', 'D2'],
  reach: 'guide',
  effect: 'icloud-backup-runs',
  patienceSeconds: 900,
  sentence: () =>
    'There is no room left in iCloud: please make some, most quickly by deleting backups of phones you no longer have.',
  actions: () => [
    'Open Settings › your name › iCloud › Storage on the iPhone and see what takes the room.',
    'Open Backups there: delete those of old phones. This phone’s own stays.',
    'Then open iCloud Backup and tap Back Up Now: by itself the iPhone would wait long after so many failures.',
  ],
  drawing: () => ({
    scene: 'storage',
    marks: [{ spot: 'screen', number: 1, hold: false }],
    caption: 'The storage page of the iCloud settings',
  }),
};
