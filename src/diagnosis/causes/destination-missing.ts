import { type Cause, failedWith, given, NOTHING_CHANGED } from '../cause.ts';

/** The folder the backup should go to is not there from the start: a disk or share that is not connected. */
export const destinationMissing: Cause = {
  id: 'destination-missing',
  requirements: ['A13'],
  // A network path that was not mounted; the wrong answer is to make the folder.
  prior: 12,
  signs: [
    failedWith(1600, 'destination.missing', 'destination.not-a-folder'),
    given('destination.unmounted', 150),
    given('destination.refused', 60, ({ code }) => code === 'ENOENT' || code === 'ENOTDIR'),
  ],
  tell: (seen) => ({
    sentence: seen.has('destination.unmounted', ({ mountPoint }) => mountPoint)
      ? 'The folder for the backup is an empty mount point: its disk or share is not connected.'
      : 'The folder for the backup is not there; if it is on another disk or a share, that is not connected.',
    safe: NOTHING_CHANGED,
    next: 'Connect the disk or share, or choose another folder with --to.',
  }),
};
