import { type Cause, CLOUD_SAFE, given } from '../cause.ts';

/** A process of the phone that the iCloud backup needs (cloudd, backupd) ended. */
export const icloudHelperDied: Cause = {
  id: 'icloud-helper-died',
  requirements: ['A3', 'D6'],
  // A radar of 2015 on four betas in a row.
  prior: 3,
  signs: [
    given('cloud.failed', 2500, ({ reason, final }) => reason === 'helper-died' && final),
    given('cloud.failed', 150, ({ reason }) => reason === 'helper-died'),
    given('cloud.helper-ended', 1200),
  ],
  tell: (seen) => {
    const ended = seen.last('cloud.helper-ended');
    const how =
      ended === undefined
        ? 'A part of iOS that the iCloud backup needs stopped working'
        : ended.what === 'memory-kill'
          ? `The iPhone ended ${ended.process}, which makes the iCloud backup, for the memory it used`
          : `${ended.process}, a part of iOS that the iCloud backup needs, crashed`;
    return {
      sentence: `${how}.`,
      safe: CLOUD_SAFE,
      next: 'Restart the iPhone: that starts those parts afresh. If it comes again, install the newest iOS.',
    };
  },
};
