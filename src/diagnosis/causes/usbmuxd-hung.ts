import { type Cause, failedWith, given, KEPT } from '../cause.ts';

/** The service that carries connections to phones runs, but does not do its work. */
export const usbmuxdHung: Cause = {
  id: 'usbmuxd-hung',
  requirements: ['A1', 'B14'],
  // It is known to lose its phones over suspend and resume.
  prior: 15,
  signs: [
    failedWith(1000, 'mux.gone', 'mux.silent', 'mux.refused'),
    given('computer.mux-blind', 200),
    // It runs, and has no phone to show.
    failedWith(60, 'phone.none', 'phone.absent'),
    given('phone.mute', 20, ({ layer }) => layer === 'usbmux'),
    // After a suspend it is known to have lost its phones.
    given('computer.slept', 3),
    given('computer.phone-service', 1 / 8, ({ rival }) => rival !== undefined),
    given('computer.phone-service', 3, ({ state }) => state === 'running'),
    // Then others explain it better.
    given('computer.driver', 1 / 100),
    given('computer.update-asked', 1 / 10),
    given('computer.program', 1 / 3, ({ does }) => does === 'takes'),
    given('version.known-bad', 4, ({ what }) => what === 'usbmuxd'),
    given('phone.answers', 1 / 20),
  ],
  tell: (seen) => ({
    sentence: seen.has('computer.mux-blind')
      ? 'An iPhone is plugged in, but the service of this computer that talks to iPhones (usbmuxd) does not see it.'
      : 'The service of this computer that talks to iPhones (usbmuxd) hangs.',
    safe: KEPT,
    next: `Unplug the iPhone, wait five seconds and plug it in again. If that does not help, restart the service: “${
      seen.last('computer.phone-service')?.mend ?? 'sudo systemctl restart usbmuxd'
    }” in a terminal.`,
  }),
};
