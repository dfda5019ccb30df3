import { count } from '../../kit/amounts.ts';
import { isBackupDaemon } from '../backup-daemons.ts';
import { type Cause, failedWith, given, KEPT } from '../cause.ts';
import { LOST_LINK } from '../lost-link-codes.ts';

/** One or more files that the phone cannot read, or whose name its backup daemon stumbles over. */
export const badFile: Cause = {
  id: 'bad-file',
  requirements: ['A2'],
  // Six of 157 cases, and what "it always stops at the same percentage" most often is.
  prior: 45,
  signs: [
    given('file.unreadable', 1, ({ harmless }) => harmless),
    // The phone says so itself.
    given('file.unreadable', 40),
    given('log.file-unreadable', 30),
    // 104 comes at the very end, after a per-file error for each.
    failedWith(200, 'backup.files-unreadable'),
    given('log.backup-failed', 150, ({ code }) => code === 104),
    // iOS 10.3.3 crashed on names with accents: the file is the cause, the crash its effect.
    given('log.crashed', 400, (crash) => isBackupDaemon(crash) && crash.onFileName),
    // Such a crash leaves what any crash leaves; without a file’s name it seldom is one.
    given('log.crashed', 20, isBackupDaemon),
    given('crash.report', 30, (report) => isBackupDaemon(report) && report.what === 'crash'),
    given('daemon.gone', 10),
    // A file is met at the same place in every run.
    given('attempt.repeated', 12),
    // Older clients and daemons lose the thread over it, while the link holds.
    given('link.steady', 4),
    failedWith(2, ...LOST_LINK),
    given('link.detached', 1 / 20),
    given('crash.report', 1 / 20, ({ what }) => what === 'memory-kill'),
    given('log.memory-kill', 1 / 20),
  ],
  tell: (seen) => {
    const files = seen.all('file.unreadable', ({ harmless }) => !harmless);
    const file = files.at(-1);
    const repeated = seen.last('attempt.repeated');
    const others = files.length > 1 ? ` and ${count(files.length - 1, 'other file')}` : '';
    return {
      sentence:
        file !== undefined
          ? `The iPhone cannot read one of its own files: ${file.path}${others}${
              file.app === undefined ? '' : `, which belongs to the app ${file.app}`
            }.`
          : `The iPhone stumbles over a file of its own${
              repeated === undefined ? '' : `: the backup stops at ${repeated.percent} % each time`
            }.`,
      safe: KEPT,
      next: 'Thaw finishes without what cannot be read and lists it. To have it too, open that app on the phone, repair or remove the file, and run the backup again.',
    };
  },
};
