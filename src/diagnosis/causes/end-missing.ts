import { timeInWords } from '../../kit/amounts.ts';
import { type Cause, given, KEPT } from '../cause.ts';

/** The phone reached 100 % and never says that it is done. */
export const endMissing: Cause = {
  id: 'end-missing',
  requirements: ['B1', 'A3'],
  prior: 10,
  signs: [
    given('watch.percent-odd', 250, ({ pattern }) => pattern === 'no-end'),
    given('watch.stuck', 6, ({ phase }) => phase === 'finishing'),
    given('log.backup-finished', 20),
    given('phone.mute', 1 / 20),
    given('watch.quiet', 1 / 3),
  ],
  tell: (seen) => {
    const silent = seen.last('watch.stuck')?.silentSeconds;
    return {
      sentence: `The iPhone reached 100 % and does not say that it is done${
        silent === undefined ? '' : `, for ${timeInWords(silent)} now`
      }.`,
      safe: KEPT,
      next: 'Thaw begins a new connection; the phone then has little or nothing left to send.',
    };
  },
};
