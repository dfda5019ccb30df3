import { type Cause, failedWith, given } from '../cause.ts';

/** Leftovers of an unfinished run lie in the backup folder, and the phone refuses to build on them. */
export const poisonedDestination: Cause = {
  id: 'poisoned-destination',
  requirements: ['A13', 'B3', 'D12'],
  // Eight of 157 cases; the zero-byte Manifest.plist is the best known.
  prior: 40,
  signs: [
    // Files that no finished run leaves behind.
    given('destination.poisoned', 8, ({ what }) => what === 'write-ahead-log'),
    given('destination.poisoned', 60),
    failedWith(40, 'backup.earlier-damaged'),
    given('log.backup-failed', 20, ({ code }) => code === 205 || code === 11),
    given('manifest.damaged', 1 / 4),
  ],
  tell: (seen) => {
    const left = seen.last('destination.poisoned');
    return {
      sentence: `The backup folder holds leftovers of a run that did not finish${
        left === undefined ? '' : ` (${LEFT[left.what]}: ${left.file})`
      }, and the iPhone will not build on them.`,
      safe: 'Nothing is deleted: Thaw sets the folder aside until a new backup is proved.',
      next: 'Thaw begins a fresh backup beside it. Nothing is needed from you.',
    };
  },
};

const LEFT = {
  'empty-plist': 'an empty file',
  'snapshot-left': 'a half-made copy',
  'write-ahead-log': 'a database that was not closed',
  unfinished: 'a backup marked as unfinished',
  'manifest-missing': 'a missing file',
} as const;
