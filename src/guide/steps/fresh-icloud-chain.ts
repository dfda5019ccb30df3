import type { GuidedStep } from '../guided-step.ts';

export const freshIcloudChain: GuidedStep = {
  id: 'fresh-icloud-chain',
  requirements: ['B16'],
  reach: 'guide',
  effect: 'icloud-backup-runs',
  patienceSeconds: 1200,
  sentence: () =>
    'The iPhone’s chain of iCloud backups has to begin afresh. The old one is deleted by it, so have a backup on this computer first.',
  actions: () => [
    'Make a backup on this computer first: thaw backup --to FOLDER --encrypt. Go on only when it says that it is verified.',
    'Open Settings › your name › iCloud › iCloud Backup and switch it off; choose to delete the old backup.',
    'Restart the iPhone, switch iCloud Backup on again, and tap Back Up Now.',
  ],
  drawing: () => ({
    scene: 'gear',
    marks: [{ spot: 'screen', number: 2, hold: false }],
    caption: 'The iCloud Backup page of the settings',
  }),
};
