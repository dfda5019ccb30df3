import { sizeInWords } from '../../kit/amounts.ts';
import { isBackupDaemon } from '../backup-daemons.ts';
import { type Cause, failedWith, given, KEPT } from '../cause.ts';
import { LOST_LINK } from '../lost-link-codes.ts';

/** The phone's kernel ended the backup daemon because it used too much memory: a giant list of files. */
export const backupDaemonMemoryKilled: Cause = {
  id: 'backup-daemon-memory-killed',
  requirements: ['A3'],
  // Three of 157 cases, two of them proven; grows with the years a backup is carried on.
  prior: 20,
  signs: [
    given('crash.report', 500, (report) => isBackupDaemon(report) && report.what === 'memory-kill'),
    given('log.memory-kill', 300, isBackupDaemon),
    // 1.55 GB killed it where it was measured; from about 1 GB on it is at risk.
    given('manifest.large', 20),
    given('log.daemon-exit', 10, ({ status }) => status !== 0),
    given('daemon.gone', 15),
    given('link.steady', 5),
    failedWith(3, ...LOST_LINK),
    given('crash.report', 1 / 30, (report) => isBackupDaemon(report) && report.what === 'crash'),
    given('log.crashed', 1 / 30, isBackupDaemon),
    given('link.detached', 1 / 15),
  ],
  tell: (seen) => {
    const manifest = seen.last('manifest.large');
    const size = manifest === undefined ? '' : ` of ${sizeInWords(manifest.bytes)}`;
    const killed = seen.has('crash.report') || seen.has('log.memory-kill') || seen.has('daemon.gone');
    return {
      sentence: killed
        ? `The iPhone ended its own backup program because it used too much memory${manifest === undefined ? '' : `: the earlier backup’s list of files${size} is very large`}.`
        : `The earlier backup’s list of files${size} is so large that the iPhone’s backup program may run out of memory over it.`,
      safe: KEPT,
      next: 'Thaw hands the list over in small pieces. If that is not enough, it starts a fresh backup and keeps the earlier one until the new one is proved.',
    };
  },
};
