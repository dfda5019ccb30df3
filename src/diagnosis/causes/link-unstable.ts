import { timesInWords } from '../../kit/amounts.ts';
import { type Cause, failedWith, given, KEPT } from '../cause.ts';
import { LOST_LINK } from '../lost-link-codes.ts';

/** Short losses of the link that no person sees: a loose connector, movement, a sleepy hub. */
export const linkUnstable: Cause = {
  id: 'link-unstable',
  requirements: ['A4', 'C7', 'C10'],
  // Proven twice in the cases read, suspected in many, and the first advice of every guide.
  prior: 70,
  signs: [
    // usbmuxd does not lose a phone that stays plugged in.
    given('link.detached', 30),
    // A phone that comes back within seconds was neither carried away nor restarted.
    given('link.attached', 6, ({ secondsAway }) => secondsAway < 15),
    // Broken pipes have other causes too: a daemon that dies, a computer that slept.
    failedWith(6, ...LOST_LINK),
    // The phone also says so when Thaw hangs up.
    given('log.link-broken', 1.3),
    // Errors on the bus are seen just before the phone drops off it; a bad cable shows many more.
    given('link.bus-errors', 6),
    given('link.port-events', 6, ({ event, onHub }) => event !== 'over-current' && !onHub),
    given('link.port-events', 2, ({ onHub }) => onHub),
    // The phone was on the bus all the time: what broke lies behind the link.
    given('link.steady', 1 / 40),
    given('daemon.gone', 1 / 40),
    given('phone.restarted', 1 / 30),
    given('computer.slept', 1 / 6),
    // A link breaks at any byte, not at the same one again.
    given('attempt.repeated', 1 / 5),
  ],
  tell: (seen) => {
    const times = seen.count('link.detached');
    const back = seen.last('link.attached');
    return {
      sentence:
        times === 0
          ? 'The connection to the iPhone keeps breaking off.'
          : `The iPhone dropped off the cable connection ${timesInWords(times)}${
              back === undefined ? '' : ` and came back after ${Math.max(1, Math.round(back.secondsAway))} s`
            }.`,
      safe: KEPT,
      next: 'Push both ends of the cable in firmly and let the phone lie still; Thaw carries on by itself.',
    };
  },
};
