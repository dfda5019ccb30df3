import { type Cause, given, NOTHING_CHANGED } from '../cause.ts';

/** A weak or crowded Wi-Fi where this computer is. The phone beside it fares alike; one in another room need not. */
export const wifiWeak: Cause = {
  id: 'wifi-weak',
  requirements: ['B2', 'B7', 'D3'],
  prior: 15,
  signs: [
    // An iPhone looks for another access point below −70 dBm (Apple, HT203068).
    given('net.radio', 400, ({ dbm }) => dbm < -70),
    given('net.radio', 1 / 20, ({ dbm }) => dbm >= -65),
    given('wifi.line', 80, ({ loss, jitterMs }) => loss > 0.05 || jitterMs > 80),
    given('net.line', 3, ({ loss, jitterMs }) => loss > 0.02 || jitterMs > 60),
    given('net.way', 1 / 10, ({ way }) => way === 'portal'),
  ],
  tell: (seen) => {
    const dbm = seen.last('net.radio')?.dbm;
    return {
      sentence: `The Wi-Fi is weak${dbm === undefined ? '' : ` where this computer stands (${Math.round(dbm)} dBm; below −70 an iPhone looks for another)`}.`,
      safe: NOTHING_CHANGED,
      next: 'Take the iPhone nearer to the Wi-Fi router, away from microwave ovens and other radios, or use another Wi-Fi.',
    };
  },
};
