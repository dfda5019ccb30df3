import { type Cause, failedWith, given, NOTHING_CHANGED } from '../cause.ts';

/** The system does not let this user, or this program, write there. */
export const destinationForbidden: Cause = {
  id: 'destination-forbidden',
  requirements: ['A13', 'C5'],
  // macOS privacy protection was behind “Both backup methods failed”.
  prior: 15,
  signs: [
    failedWith(1600, 'destination.not-writable'),
    given('attempt.failed', 300, ({ errno }) => errno === 'EACCES' || errno === 'EPERM'),
    given('destination.refused', 300, ({ code }) => code === 'EACCES' || code === 'EPERM'),
    given('destination.write-failed', 300, ({ code }) => code === 'EACCES' || code === 'EPERM'),
  ],
  tell: () => ({
    sentence: 'This user may not write to the folder for the backup.',
    safe: NOTHING_CHANGED,
    next: 'Get the permission, or choose another folder with --to. On a Mac: System Settings › Privacy & Security › Full Disk Access.',
  }),
};
