import { type Cause, given, NOTHING_CHANGED } from '../cause.ts';

/** This network leads nowhere. */
export const noInternet: Cause = {
  id: 'no-internet',
  requirements: ['B2', 'B7', 'D3'],
  prior: 20,
  signs: [
    given('net.way', 600, ({ way }) => way === 'none'),
    given('net.way', 1 / 300),
    given('net.reached', 1 / 300, ({ apple, others }) => apple + others > 0),
    // What another name service answers came from somewhere.
    given('net.name', 1 / 50),
    given('net.host', 2, ({ state }) => state === 'unreachable'),
  ],
  tell: () => ({
    sentence: 'From this network there is no way to the Internet, and without it no iCloud backup.',
    safe: NOTHING_CHANGED,
    next: 'Restart the Wi-Fi router, or use another Wi-Fi. A local backup with Thaw needs no Internet.',
  }),
};
