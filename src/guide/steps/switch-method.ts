import type { GuidedStep } from '../guided-step.ts';

export const switchMethod: GuidedStep = {
  id: 'switch-method',
  requirements: ['B12', 'B15', 'D10'],
  reach: 'guide',
  effect: 'next-attempt',
  patienceSeconds: 0,
  sentence: ({ size }) =>
    `An encrypted backup on this computer saves the same and more${size === undefined ? '' : ` (about ${size})`}, and needs neither iCloud nor Internet.`,
  actions: () => [
    'Choose a folder with enough room, best on a disk of its own.',
    'Run: thaw backup --to FOLDER --encrypt. It asks for a new password for these backups; write it down.',
    'Leave the iPhone on the cable until it says that the backup is verified. iCloud Backup can be mended after that, in peace.',
  ],
  drawing: () => ({
    scene: 'plain',
    marks: [{ spot: 'connector', number: 1, hold: false }],
    caption: 'The cable to this computer',
  }),
};
