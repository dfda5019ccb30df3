import { type Cause, CLOUD_SAFE, given } from '../cause.ts';

/** An app lists a file that is not there, and the whole iCloud backup fails for it. */
export const icloudMissingFile: Cause = {
  id: 'icloud-missing-file',
  requirements: ['A2', 'D10'],
  // One report in full, with the app's name; local backups failed for the same file.
  prior: 3,
  signs: [
    given('cloud.failed', 2500, ({ reason, final }) => reason === 'missing-file' && final),
    // Files also vanish between listing and reading on a healthy phone; the verdict then is another.
    given('cloud.failed', 300, ({ reason }) => reason === 'missing-file'),
    given('cloud.failed', 6, ({ reason, final }) => reason === 'unknown' && final),
  ],
  tell: (seen) => {
    const app = seen.last('cloud.failed', (failed) => failed.app !== undefined)?.app;
    return {
      sentence: `The iCloud backup fails over a file that ${
        app === undefined ? 'an app' : `the app ${app}`
      } lists and that is not there.`,
      safe: CLOUD_SAFE,
      next: `Open ${app === undefined ? 'that app' : app} on the iPhone and let it finish what it does; if it fails again, save your work out of it, delete it and install it anew. A backup on this computer names such files and goes on without them.`,
    };
  },
};
