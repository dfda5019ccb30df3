import type { GuidedStep } from '../guided-step.ts';

export const reconnectDisk: GuidedStep = {
  id: 'reconnect-disk',
  requirements: ['A1', 'A4'],
  reach: 'guide',
  effect: 'destination-there',
  patienceSeconds: 900,
  sentence: ({ folder }) =>
    `The disk for the backup${folder === undefined ? '' : ` (${folder})`} is gone or takes nothing: please connect it again.`,
  actions: () => [
    'Plug the disk in again, or mount the share, and wait until it shows.',
    'If it can only be read, make it writable for you.',
  ],
  drawing: () => ({ scene: 'storage', marks: [], caption: 'The disk of the backup' }),
};
