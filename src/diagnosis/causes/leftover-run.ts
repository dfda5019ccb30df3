import { timeInWords } from '../../kit/amounts.ts';
import { type Cause, failedWith, given, KEPT } from '../cause.ts';

/** A run that no longer lives left its lock or its half-made work behind. */
export const leftoverRun: Cause = {
  id: 'leftover-run',
  requirements: ['A1', 'A13', 'D12'],
  prior: 15,
  signs: [
    given('run.left-behind', 250, ({ what }) => what === 'sync-lock'),
    given('run.left-behind', 120, ({ what }) => what === 'vault-lock'),
    given('run.left-behind', 25, ({ what }) => what === 'partial'),
    failedWith(15, 'backup.sync-locked', 'vault.busy', 'vault.commit-cut'),
    given('sync-lock.held', 8),
    // A living program explains a held lock better.
    given('computer.other-backup', 1 / 40),
    given('destination.in-use', 1 / 40),
    given('computer.program', 1 / 5, ({ does }) => does === 'syncs'),
  ],
  tell: (seen) => {
    const left = seen.last('run.left-behind');
    const ago = left?.secondsAgo === undefined ? '' : ` ${timeInWords(left.secondsAgo)} ago`;
    return {
      sentence: `A backup run that ended badly${ago} still holds ${
        left?.what === 'vault-lock' ? 'the backup folder' : 'the iPhone'
      }, though it no longer lives.`,
      safe: KEPT,
      next: 'Thaw clears this away by itself: it begins a new connection, and if need be restarts the phone.',
    };
  },
};
