import { type Cause, given, NOTHING_CHANGED } from '../cause.ts';

/** Security software or a company's filter opens and reseals connections to Apple, which Apple's services refuse. */
export const internetIntercepted: Cause = {
  id: 'internet-intercepted',
  requirements: ['B9', 'C5'],
  prior: 6,
  signs: [
    // No accident makes a certificate.
    given('net.host', 1000, ({ state }) => state === 'intercepted'),
    given('net.way', 1 / 20, ({ way }) => way === 'portal'),
  ],
  tell: (seen) => {
    const issuer = seen.last('net.host', ({ state }) => state === 'intercepted')?.issuer;
    const by = issuer === undefined ? 'Something' : `“${issuer}”`;
    return {
      sentence: `${by} opens the protected connections to Apple on the way, and Apple’s services refuse such connections. If it is a program on this computer, the iPhone has nothing to do with it; if it is the network’s filter, it has.`,
      safe: NOTHING_CHANGED,
      next: 'Switch off “HTTPS scanning” in the security software, or have Apple’s hosts left out of the filter, or use another Wi-Fi for the iPhone.',
    };
  },
};
