import { timeInWords } from '../../kit/amounts.ts';
import { type Cause, failedWith, given, KEPT } from '../cause.ts';
import { LOST_LINK } from '../lost-link-codes.ts';

const REASONS = {
  lid: 'its lid was closed',
  idle: 'nobody used it',
  battery: 'its battery was empty',
  person: 'somebody sent it to sleep',
} as const;

/** The computer went to sleep and the link with it. */
export const computerSlept: Cause = {
  id: 'computer-slept',
  requirements: ['C8'],
  prior: 15,
  signs: [
    given('computer.slept', 120),
    failedWith(4, ...LOST_LINK),
    given('link.detached', 3),
    given('computer.mux-blind', 2),
  ],
  tell: (seen) => {
    const slept = seen.last('computer.slept');
    return {
      sentence: `This computer was asleep${slept === undefined ? '' : ` for ${timeInWords(slept.seconds)}`}${
        slept?.reason === undefined ? '' : ` (${REASONS[slept.reason]})`
      }, and the connection to the iPhone ended.`,
      safe: KEPT,
      next: `Thaw carries on where it was, and keeps the computer awake as far as it may. ${
        slept?.reason === 'battery' ? 'Plug this computer in.' : 'Leave the lid open and the power connected.'
      }`,
    };
  },
};
