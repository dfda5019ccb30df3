import { type Cause, failedWith, NOTHING_CHANGED } from '../cause.ts';

/** Somebody tapped “Don’t Trust”. */
export const trustDenied: Cause = {
  id: 'trust-denied',
  requirements: ['A10', 'C11'],
  prior: 8,
  // The phone says so in so many words.
  signs: [failedWith(3200, 'phone.trust-denied')],
  tell: () => ({
    sentence: '“Don’t Trust” was tapped on the iPhone, so it tells this computer nothing.',
    safe: NOTHING_CHANGED,
    next: 'Unplug it, plug it in again, and tap Trust when it asks.',
  }),
};
