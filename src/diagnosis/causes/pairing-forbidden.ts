import { type Cause, failedWith, given, NOTHING_CHANGED } from '../cause.ts';

/** An organisation manages the phone and lets only its own computers connect. */
export const pairingForbidden: Cause = {
  id: 'pairing-forbidden',
  requirements: ['A10'],
  // Four of the five policy cases.
  prior: 8,
  signs: [
    failedWith(2000, 'phone.supervised'),
    given('phone.supervised', 30),
    // A phone that trusts this computer has not forbidden it.
    given('pairing.record', 1 / 30, ({ accepted }) => accepted),
  ],
  tell: (seen) => {
    const by = seen.last('phone.supervised')?.by ?? '';
    return {
      sentence: `The iPhone is managed${by === '' ? ' by an organisation' : ` by ${by}`}, which does not let this computer connect.`,
      safe: NOTHING_CHANGED,
      next: 'Ask whoever manages the phone, or back it up to iCloud.',
    };
  },
};
