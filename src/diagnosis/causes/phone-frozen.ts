import { timeInWords } from '../../kit/amounts.ts';
import { type Cause, EARLIER_SAFE, failedWith, given } from '../cause.ts';

/** The phone is on the bus and nothing in it answers. */
export const phoneFrozen: Cause = {
  id: 'phone-frozen',
  requirements: ['C1', 'A3'],
  // Seldom in the reports, often in the guides.
  prior: 15,
  signs: [
    // A second, fresh question on another connection gets no answer either.
    given('phone.mute', 60),
    given('phone.answers', 1 / 60),
    failedWith(40, 'phone.silent'),
    failedWith(20, 'phone.not-listening'),
    given('watch.stuck', 5),
    given('log.scanning', 1 / 60),
    given('watch.quiet', 1 / 30),
    // Somebody was at its screen, and it went along.
    given('prompt.gone', 1 / 5),
    given('prompt.answered', 1 / 5),
    given('phone.restarted', 1 / 5),
  ],
  tell: (seen) => {
    const mute = seen.last('phone.mute');
    const silent = mute?.seconds ?? seen.last('watch.stuck')?.silentSeconds;
    return {
      sentence: `The iPhone is connected but answers nothing${
        silent === undefined ? '' : `, for ${timeInWords(silent)} now`
      }: it looks frozen.`,
      safe: EARLIER_SAFE,
      next: 'Wake the screen and unlock it. If it does not react to touch, it needs a forced restart; nothing on it is lost by that.',
    };
  },
};
