import { type Cause, given, NOTHING_CHANGED } from '../cause.ts';

/** A hotel's or guests' Wi-Fi lets nobody through before its page was seen. */
export const captivePortal: Cause = {
  id: 'captive-portal',
  requirements: ['B2', 'B7', 'D3'],
  prior: 6,
  signs: [given('net.way', 20_000, ({ way }) => way === 'portal'), given('net.way', 1 / 100)],
  tell: () => ({
    sentence:
      'This Wi-Fi wants its own page to be seen or agreed to before it lets anything through, as in hotels and trains.',
    safe: NOTHING_CHANGED,
    next: 'Open any page in the browser of the iPhone itself and agree there: each device must do it for itself. Such networks are often too slow for a backup.',
  }),
};
