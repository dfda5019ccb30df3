import type { GuidedStep } from '../guided-step.ts';

export const fewerFiles: GuidedStep = {
  id: 'fewer-files',
  requirements: ['B4', 'B13', 'D1'],
  reach: 'guide',
  effect: 'destination-takes-files',
  patienceSeconds: 1800,
  sentence: () => 'The disk for the backup can hold no more files, whatever room it has: please delete some.',
  actions: () => [
    'Delete what consists of many small files there: old copies of projects, caches, thumbnails.',
    'Or end this and choose another disk: a fresh one formatted as APFS, exFAT, NTFS or ext4 has no such trouble.',
  ],
  drawing: () => ({ scene: 'storage', marks: [], caption: 'The disk of the backup' }),
};
