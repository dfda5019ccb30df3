import { type Cause, failedWith, given, KEPT } from '../cause.ts';

const FULL = new Set(['ENOSPC', 'EDQUOT']);

/** The disk has room, but its table of files is full. */
export const destinationOutOfFiles: Cause = {
  id: 'destination-out-of-files',
  requirements: ['B4', 'D1'],
  // No report was found; a backup is a hundred thousand small files, and NAS shares are made with few.
  prior: 2,
  signs: [
    given('destination.files-left', 3000, ({ freeFiles }) => freeFiles < 1000),
    given('attempt.failed', 300, ({ errno }) => errno !== undefined && FULL.has(errno)),
    failedWith(300, 'destination.full'),
    given('destination.write-failed', 300, ({ code }) => FULL.has(code)),
  ],
  tell: () => ({
    sentence: 'The disk the backup goes to has room, but can hold no more files: its table of files is full.',
    safe: KEPT,
    next: 'Delete what consists of many small files there, or choose another disk with --to.',
  }),
};
