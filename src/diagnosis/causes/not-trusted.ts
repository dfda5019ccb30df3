import { type Cause, failedWith, given, NOTHING_CHANGED } from '../cause.ts';

/** This computer was never paired with the phone. */
export const notTrusted: Cause = {
  id: 'not-trusted',
  requirements: ['A10', 'C11'],
  prior: 20,
  signs: [
    failedWith(60, 'phone.not-trusted', 'phone.trust-needs-cable'),
    // Without a record of ours there is nothing that could be stale.
    given('pairing.record', 60, ({ here }) => !here),
    given('pairing.record', 1 / 25),
    given('tls.broken', 1 / 10),
  ],
  tell: (seen) => ({
    sentence: 'The iPhone does not trust this computer yet.',
    safe: NOTHING_CHANGED,
    next: seen.has('attempt.failed', ({ code }) => code === 'phone.trust-needs-cable')
      ? 'Connect it with its cable, unlock it, and tap Trust when it asks.'
      : 'Unlock it and tap Trust when it asks.',
  }),
};
