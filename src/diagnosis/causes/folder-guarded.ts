import type { EvidenceFacts } from '../../kit/evidence.ts';
import { type Cause, failedWith, given, NOTHING_CHANGED } from '../cause.ts';

type Guard = EvidenceFacts['destination.guarded']['by'];

const SETTINGS: Readonly<Record<Guard, string>> = {
  'full-disk-access': 'System Settings › Privacy & Security › Full Disk Access',
  'files-and-folders': 'System Settings › Privacy & Security › Files and Folders',
  'removable-volumes': 'System Settings › Privacy & Security › Files and Folders › Removable Volumes',
  'controlled-folder-access':
    'Windows Security › Virus & threat protection › Manage ransomware protection › Allow an app through Controlled folder access',
};

/** The system guards the folder against programs that nobody allowed, whatever its permissions say. */
export const folderGuarded: Cause = {
  id: 'folder-guarded',
  requirements: ['A13', 'B9', 'C5'],
  // macOS' privacy protection was behind “Both backup methods failed”; it is met by every program of a terminal.
  prior: 10,
  signs: [
    given('destination.guarded', 300),
    failedWith(300, 'destination.not-writable'),
    given('attempt.failed', 300, ({ errno }) => errno === 'EPERM'),
    given('destination.refused', 100, ({ code }) => code === 'EPERM'),
    given('destination.write-failed', 100, ({ code }) => code === 'EPERM'),
  ],
  tell: (seen) => {
    const guard = seen.last('destination.guarded');
    const system = guard?.by === 'controlled-folder-access' ? 'Windows' : 'macOS';
    const whom = guard?.program ?? 'the app Thaw was started from';
    return {
      sentence: `${system} guards the folder for the backup and did not let Thaw in; its permissions are not the matter.`,
      safe: NOTHING_CHANGED,
      next: `${SETTINGS[guard?.by ?? 'full-disk-access']}: allow ${whom}, open it again and start Thaw again. Or choose another folder with --to.`,
    };
  },
};
