import { type Cause, failedWith, given, NOTHING_CHANGED } from '../cause.ts';

/** The software on one side is too old for the other, or of a version that is known to fail. */
export const softwareMismatch: Cause = {
  id: 'software-mismatch',
  requirements: ['B5', 'B14', 'C6', 'D7'],
  // Seven of 157 cases.
  prior: 20,
  signs: [
    failedWith(2000, 'backup.version'),
    given('log.backup-failed', 80, ({ code }) => code === 203),
    given('version.known-bad', 60),
    failedWith(2, 'phone.service-refused', 'phone.refused'),
  ],
  tell: (seen) => {
    const bad = seen.last('version.known-bad');
    return {
      sentence:
        bad === undefined
          ? 'The iPhone speaks a version of the backup protocol that this software does not know.'
          : `${bad.what} ${bad.version} is known to break backups.`,
      safe: NOTHING_CHANGED,
      next: `Update ${bad?.what ?? 'Thaw; if it is up to date, please report the phone’s iOS version'}.`,
    };
  },
};
