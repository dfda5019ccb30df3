import { timeInWords } from '../../kit/amounts.ts';
import { type Cause, failedWith, given, KEPT } from '../cause.ts';
import { LOST_LINK } from '../lost-link-codes.ts';

/** The phone restarted by itself in the middle. */
export const phoneRestarted: Cause = {
  id: 'phone-restarted',
  requirements: ['A3', 'C1', 'C3'],
  prior: 20,
  signs: [
    given('phone.restarted', 250),
    given('crash.report', 60, ({ what }) => what === 'panic'),
    // A start takes twenty seconds and more; a loose cable is back sooner.
    given('link.attached', 6, ({ secondsAway }) => secondsAway >= 15),
    given('link.attached', 1 / 4),
    given('link.detached', 8),
    given('phone.before-first-unlock', 10),
    failedWith(8, 'phone.not-listening', 'phone.before-first-unlock'),
    failedWith(4, ...LOST_LINK),
    given('link.steady', 1 / 30),
  ],
  tell: (seen) => {
    const away = seen.last('phone.restarted')?.secondsAway;
    const locked = seen.has('phone.before-first-unlock');
    return {
      sentence: `The iPhone restarted by itself during the backup${
        away === undefined || away < 1 ? '' : ` and was away for ${timeInWords(away)}`
      }.`,
      safe: KEPT,
      next: locked
        ? 'Unlock it once with its passcode; Thaw carries on where it was.'
        : 'Wait for its lock screen and unlock it; Thaw carries on where it was.',
    };
  },
};
