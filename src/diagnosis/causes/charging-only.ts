import { type Cause, failedWith, given, NOTHING_CHANGED } from '../cause.ts';

/** Power flows and no data: a cable for charging, a dirty connector, or a phone that lets no accessory in. */
export const chargingOnly: Cause = {
  id: 'charging-only',
  requirements: ['A6', 'B6', 'C1'],
  prior: 8,
  signs: [
    // The computer's own port says that something by Apple takes power there.
    given('link.power-only', 20_000),
    failedWith(500, 'phone.none', 'phone.absent', 'phone.power-only'),
    given('computer.mux-blind', 1 / 60),
    given('phone.mode', 1 / 60),
    given('phone.answers', 1 / 60),
  ],
  tell: (seen) => ({
    sentence: seen.has('link.power-only')
      ? 'The iPhone charges at this computer, but no data comes over the cable.'
      : 'The iPhone is not seen by this computer, though it may be charging there.',
    safe: NOTHING_CHANGED,
    next: 'Unlock the iPhone and allow the accessory if it asks. If it still only charges, take a cable that carries data, or clean its connector.',
  }),
};
