import { type Cause, failedWith, given, NOTHING_CHANGED } from '../cause.ts';

/** Something on this computer sits in the protected connection to the phone and breaks it. */
export const tlsIntercepted: Cause = {
  id: 'tls-intercepted',
  requirements: ['C5', 'B9', 'A1'],
  // Named by every guide, seldom proven.
  prior: 10,
  signs: [
    // A certificate that is not the phone’s can only come from in between.
    given('tls.broken', 300, ({ certificate }) => certificate === 'other'),
    // The phone knew this computer a moment before, and the handshake breaks all the same.
    given('tls.broken', 25, ({ recordAccepted }) => recordAccepted),
    given('tls.broken', 1 / 3),
    given('computer.program', 15, ({ does }) => does === 'intercepts'),
    failedWith(30, 'phone.tls'),
    given('pairing.record', 12, ({ accepted }) => accepted),
    given('pairing.record', 1 / 15),
    given('clock.differs', 1 / 10, ({ seconds }) => Math.abs(seconds) > 86_400),
  ],
  tell: (seen) => {
    const program = seen.last('computer.program', ({ does }) => does === 'intercepts');
    return {
      sentence: `The protected connection to the iPhone is broken up on this computer${
        program === undefined ? ', as security software does' : ` by ${program.name}`
      }: the phone knows this computer, and the pairing is good.`,
      safe: NOTHING_CHANGED,
      next: `Switch ${program?.name ?? 'VPN, firewall or security software'} off for the time of the backup, and start again.`,
    };
  },
};
