import { timesInWords } from '../../kit/amounts.ts';
import { type Cause, given, KEPT } from '../cause.ts';

/** The phone’s progress runs in circles: it does the same work again and again. */
export const percentLoop: Cause = {
  id: 'percent-loop',
  requirements: ['B1'],
  prior: 8,
  signs: [
    given('watch.percent-odd', 200, ({ pattern }) => pattern === 'repeating'),
    given('watch.percent-odd', 10, ({ pattern }) => pattern === 'backwards'),
    given('watch.stuck', 2),
    given('link.detached', 1 / 3),
  ],
  tell: (seen) => {
    const odd = seen.last('watch.percent-odd');
    return {
      sentence: `The iPhone’s progress runs in circles${
        odd === undefined ? '' : `: it went back ${timesInWords(odd.times)}, last to ${odd.percent} %`
      }.`,
      safe: KEPT,
      next: 'Thaw ends this connection and begins a new one; what was received is not sent again.',
    };
  },
};
