import { type Cause, given, NOTHING_CHANGED } from '../cause.ts';

/** The way to the Internet loses or holds up what is sent. */
export const internetUnstable: Cause = {
  id: 'internet-unstable',
  requirements: ['B2', 'B7', 'D3'],
  prior: 20,
  signs: [
    given('net.line', 300, ({ loss }) => loss >= 0.15),
    given('net.line', 150, ({ loss, jitterMs }) => loss > 0.02 || jitterMs > 60),
    given('net.line', 1 / 30),
    // Of several hosts some are reached, by chance.
    given('net.host', 1.5, ({ state }) => state === 'unreachable'),
    given('net.way', 1 / 20, ({ way }) => way !== 'open'),
    // Then the radio is the nearer reason.
    given('net.radio', 1 / 3, ({ dbm }) => dbm < -70),
  ],
  tell: (seen) => {
    const line = seen.last('net.line');
    const lost = line && line.loss > 0 ? `: ${Math.round(line.loss * 100)} of 100 questions get lost` : '';
    return {
      sentence: `The Internet connection of this network is unsteady${lost}.`,
      safe: NOTHING_CHANGED,
      next: 'Restart the Wi-Fi router, or use another Wi-Fi. A local backup with Thaw needs no Internet.',
    };
  },
};
