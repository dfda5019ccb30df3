import { type Cause, failedWith, KEPT } from '../cause.ts';

/** Nothing is wrong: a phone that was backed up over Wi-Fi is on the cable now. */
export const cablePluggedIn: Cause = {
  id: 'cable-plugged-in',
  requirements: ['D3'],
  // It never got a backup stuck; it is a reason to begin the conversation anew.
  prior: 1,
  signs: [failedWith(100_000, 'phone.cable-there')],
  tell: () => ({
    sentence: 'The iPhone is on the cable now, which is several times faster than Wi-Fi.',
    safe: KEPT,
    next: 'Nothing is wrong. If the iPhone asks for its passcode once more, enter it: to it this is a new backup.',
  }),
};
