import { type Cause, failedWith, given, NOTHING_CHANGED } from '../cause.ts';

/** This computer keeps a pair record that the phone no longer accepts. */
export const stalePairing: Cause = {
  id: 'stale-pairing',
  requirements: ['A1', 'A10', 'C11'],
  // InvalidHostID and its like: several of the nine trust cases.
  prior: 25,
  signs: [
    given('pairing.record', 150, ({ here, accepted }) => here && !accepted),
    given('pairing.record', 1 / 30, ({ accepted }) => accepted),
    given('pairing.record', 1 / 10, ({ here }) => !here),
    failedWith(20, 'phone.not-trusted'),
    failedWith(15, 'phone.tls'),
    given('tls.broken', 20, ({ recordAccepted }) => !recordAccepted),
    given('tls.broken', 1 / 10),
    // Records lapse after about 30 days without contact.
    given('pairing.stale', 10),
    given('clock.differs', 1 / 8, ({ seconds }) => Math.abs(seconds) > 86_400),
  ],
  tell: (seen) => {
    const stale = seen.last('pairing.stale');
    return {
      sentence: `The iPhone no longer knows this computer${
        stale === undefined ? '' : `: they have not met for ${stale.daysSinceContact} days`
      }.`,
      safe: NOTHING_CHANGED,
      next: 'Unlock the iPhone and tap Trust when it asks; Thaw makes a new pairing.',
    };
  },
};
