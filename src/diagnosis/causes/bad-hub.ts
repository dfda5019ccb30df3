import { timesInWords } from '../../kit/amounts.ts';
import { type Cause, failedWith, given, KEPT } from '../cause.ts';
import { LOST_LINK } from '../lost-link-codes.ts';

/** The hub between phone and computer falls over, and the phone with it: not the phone's own cable. */
export const badHub: Cause = {
  id: 'bad-hub',
  requirements: ['A4', 'A6', 'B6', 'C10'],
  prior: 14,
  signs: [
    // What else hangs on the hub went with the phone, or the hub itself did.
    given('link.port-events', 90, ({ onHub }) => onHub),
    given('link.port-events', 2),
    given('link.port', 3, ({ hubs }) => hubs > 0),
    // No hub, no bad hub.
    given('link.port', 1 / 200),
    given('link.detached', 20),
    given('link.attached', 4, ({ secondsAway }) => secondsAway < 15),
    given('link.bus-errors', 4),
    given('link.slow', 15, ({ megabitsPerSecond }) => (megabitsPerSecond ?? 480) < 480),
    failedWith(5, ...LOST_LINK),
    given('link.steady', 1 / 30),
    given('phone.restarted', 1 / 30),
    given('computer.slept', 1 / 6),
  ],
  tell: (seen) => {
    const times = seen
      .all('link.port-events')
      .reduce((sum, { onHub, times: each }) => sum + (onHub ? each : 0), 0);
    return {
      sentence: `The hub that the iPhone is plugged into is unsteady${
        times === 0
          ? ''
          : `: the computer lost or restarted it, or other things on it, ${timesInWords(times)}`
      }.`,
      safe: KEPT,
      next: 'Plug the iPhone straight into the computer, not into a hub, a screen or a keyboard.',
    };
  },
};
