import { timesInWords } from '../../kit/amounts.ts';
import { type Cause, given, KEPT } from '../cause.ts';

/** The phone, backed up over Wi-Fi, leaves the network and comes back: out of reach, or the access point restarts. */
export const wifiUnstable: Cause = {
  id: 'wifi-unstable',
  requirements: ['B2', 'B7', 'D3'],
  // Four of the fifteen Wi-Fi cases; few people back up over Wi-Fi.
  prior: 15,
  signs: [
    given('wifi.lost', 500),
    // Over the air a connection breaks before anybody knows that the phone is gone.
    given('wifi.broke', 300),
    given('wifi.back', 4, ({ secondsAway }) => secondsAway < 60),
    given('wifi.line', 3, ({ loss, jitterMs }) => loss > 0.05 || jitterMs > 80),
    // It said goodbye before it went.
    given('wifi.asleep', 1 / 15),
    given('phone.restarted', 1 / 30),
    given('crash.report', 1 / 20),
    given('computer.slept', 1 / 6),
  ],
  tell: (seen) => {
    const times = seen.count('wifi.lost');
    return {
      sentence:
        times === 0
          ? 'Over Wi-Fi the iPhone answers unevenly.'
          : `The iPhone dropped out of the Wi-Fi ${timesInWords(times)}.`,
      safe: KEPT,
      next: 'Bring the iPhone and this computer nearer to the Wi-Fi router, or plug in the cable: Thaw carries on by itself.',
    };
  },
};
