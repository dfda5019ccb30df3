import { type Cause, failedWith, given } from '../cause.ts';

/** The disk or share the backup goes to was taken away in the middle. */
export const destinationVanished: Cause = {
  id: 'destination-vanished',
  requirements: ['A1', 'A13'],
  // External disks fall asleep and fall off as phones do.
  prior: 18,
  signs: [
    failedWith(1600, 'destination.vanished'),
    given('destination.lost', 30, ({ code }) => code === 'timeout'),
    given('destination.lost', 80),
    given('destination.write-failed', 200, ({ code }) => GONE.has(code)),
    given('attempt.failed', 150, ({ errno }) => errno !== undefined && GONE.has(errno)),
    given('destination.unmounted', 20),
    // The phone is well: it is the other end that is gone.
    given('phone.answers', 1.5),
  ],
  tell: () => ({
    sentence: 'The disk the backup goes to is no longer there.',
    safe: 'What is on it is as it was; your earlier backup is not touched.',
    next: 'Connect the disk or share again; Thaw carries on where it was.',
  }),
};

const GONE: ReadonlySet<string> = new Set(['ENODEV', 'ENXIO', 'ESTALE', 'ENOTCONN', 'EHOSTDOWN', 'ENOENT']);
