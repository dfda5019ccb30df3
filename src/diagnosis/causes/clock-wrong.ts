import { timeInWords } from '../../kit/amounts.ts';
import { type Cause, failedWith, given, NOTHING_CHANGED } from '../cause.ts';

/** The clocks of phone and computer differ so much that certificates are not yet or no longer valid. */
export const clockWrong: Cause = {
  id: 'clock-wrong',
  requirements: ['A1', 'B5'],
  prior: 5,
  signs: [
    // Pairing certificates are made for years; days of difference matter to those made today, minutes to none.
    given('clock.differs', 400, ({ seconds }) => Math.abs(seconds) > 86_400),
    given('clock.differs', 1 / 20),
    failedWith(8, 'phone.tls'),
    given('tls.broken', 3),
  ],
  tell: (seen) => {
    const differs = seen.last('clock.differs');
    return {
      sentence: `The clocks of the iPhone and this computer differ${
        differs === undefined ? '' : ` by ${timeInWords(Math.abs(differs.seconds))}`
      }, so that they take each other’s certificates for invalid.`,
      safe: NOTHING_CHANGED,
      next: 'Set both to the right date and time (on the iPhone: Settings › General › Date & Time › Set Automatically), and start again.',
    };
  },
};
