import { timesInWords } from '../../kit/amounts.ts';
import { isBackupDaemon } from '../backup-daemons.ts';
import { type Cause, failedWith, given, KEPT } from '../cause.ts';
import { LOST_LINK } from '../lost-link-codes.ts';

/** The phone's backup daemon ended by a fault of its own. */
export const backupDaemonCrashed: Cause = {
  id: 'backup-daemon-crashed',
  requirements: ['A3'],
  // Crash reports were found wherever somebody looked for them; most people never did.
  prior: 30,
  signs: [
    given('crash.report', 200, (report) => isBackupDaemon(report) && report.what === 'crash'),
    given('crash.report', 20, (report) => isBackupDaemon(report) && report.what === 'resource-limit'),
    // Killed for memory is another story, with another remedy.
    given('crash.report', 1 / 30, ({ what }) => what === 'memory-kill'),
    given('log.memory-kill', 1 / 30, isBackupDaemon),
    // The name of a file in its last words: then the file is to blame.
    given('log.crashed', 1 / 20, (crash) => isBackupDaemon(crash) && crash.onFileName),
    given('log.crashed', 120, isBackupDaemon),
    given('log.daemon-exit', 40, ({ status }) => status !== 0),
    // The daemon's connection alone ended; the phone is there and answers.
    given('daemon.gone', 40),
    given('link.steady', 8),
    failedWith(3, ...LOST_LINK),
    given('link.detached', 1 / 15),
    given('phone.mute', 1 / 10),
  ],
  tell: (seen) => {
    const crashes = Math.max(seen.all('crash.report', isBackupDaemon).length, seen.count('log.crashed'), 1);
    return {
      sentence: `The backup program on the iPhone itself crashed${crashes > 1 ? ` ${timesInWords(crashes)}` : ''}; the cable and the computer are fine.`,
      safe: KEPT,
      next: 'The iPhone starts that program again by itself, and Thaw carries on. If it keeps crashing, the phone needs a restart.',
    };
  },
};
