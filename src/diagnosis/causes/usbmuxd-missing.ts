import { type Cause, failedWith, NOTHING_CHANGED } from '../cause.ts';

/** The service that carries connections to phones is not there, or not for this user. */
export const usbmuxdMissing: Cause = {
  id: 'usbmuxd-missing',
  requirements: ['A1', 'B5', 'B14'],
  // Seven of 157 cases have to do with this service.
  prior: 20,
  signs: [failedWith(3200, 'mux.absent', 'mux.permission', 'mux.address')],
  tell: (seen) => {
    const forbidden = seen.has('attempt.failed', ({ code }) => code === 'mux.permission');
    return {
      sentence: forbidden
        ? 'This user may not use the service of this computer that talks to iPhones (usbmuxd).'
        : 'The service of this computer that talks to iPhones (usbmuxd) is not running.',
      safe: NOTHING_CHANGED,
      next: forbidden
        ? 'Ask for access to its socket (on Linux often the group “plugdev” or “usbmux”), and start again.'
        : 'Linux: install and start usbmuxd. Windows: install the Apple Devices app and open it once. Mac: restart the Mac.',
    };
  },
};
