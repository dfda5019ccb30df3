import { type Cause, failedWith, given, NOTHING_CHANGED } from '../cause.ts';

const STATES = {
  missing: 'not installed',
  stopped: 'not running',
  disabled: 'switched off',
  idle: 'not running',
  running: 'running, but does not answer',
} as const;
const DOWN: ReadonlySet<string> = new Set(['missing', 'stopped', 'disabled']);

/** The service that carries connections to phones is not there, or not for this user. */
export const usbmuxdMissing: Cause = {
  id: 'usbmuxd-missing',
  requirements: ['A1', 'B5', 'B14'],
  // Seven of 157 cases have to do with this service.
  prior: 20,
  signs: [
    failedWith(3200, 'mux.absent', 'mux.permission', 'mux.address'),
    // What waits for a phone, or runs, is not missing.
    given('computer.phone-service', 60, ({ state }) => DOWN.has(state)),
    given('computer.phone-service', 1 / 4),
  ],
  tell: (seen) => {
    const forbidden = seen.has('attempt.failed', ({ code }) => code === 'mux.permission');
    const service = seen.last('computer.phone-service');
    if (service && !forbidden)
      return {
        sentence: `The service of this computer that talks to iPhones (${service.name}) is ${STATES[service.state]}.`,
        safe: NOTHING_CHANGED,
        next:
          service.mend === undefined
            ? `Install or open ${service.name}, then connect the iPhone again.`
            : `Type in a terminal: “${service.mend}”.`,
      };
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
