import { sizeInWords, timesInWords } from '../../kit/amounts.ts';
import { type Cause, failedWith, given, KEPT } from '../cause.ts';
import { LOST_LINK } from '../lost-link-codes.ts';

/** A cable, port or hub that is broken, and stays so however often the link is set up again. */
export const badCableOrPort: Cause = {
  id: 'bad-cable-or-port',
  requirements: ['A6', 'B6', 'C3'],
  // The cable that leads every guide was the proven cause once in 157 cases.
  prior: 20,
  signs: [
    // -71 and its like are what a computer sees of a damaged wire.
    given('link.bus-errors', 60),
    // A link negotiated far below USB 2.0, or a tenth of what this phone's link carried before.
    given('link.slow', 25, ({ megabitsPerSecond }) => (megabitsPerSecond ?? 480) < 480),
    given(
      'link.slow',
      12,
      ({ bytesPerSecond, usualBytesPerSecond }) => bytesPerSecond < (usualBytesPerSecond ?? 5e6) / 10,
    ),
    given('link.port-events', 20, ({ event, onHub }) => event === 'over-current' && !onHub),
    given('link.port-events', 6, ({ onHub }) => !onHub),
    given('link.port-events', 1 / 2),
    // Another cable or port, and it carries many times as much: it was that.
    given(
      'link.compared',
      20,
      ({ bytesPerSecond, bytesPerSecondBefore }) => bytesPerSecond > bytesPerSecondBefore * 3,
    ),
    given('link.compared', 1 / 2),
    // Less telling than for a loose link, of which there are many more.
    given('link.detached', 15),
    failedWith(5, ...LOST_LINK),
    given('log.link-broken', 1.3),
    given('watch.rate-fell', 2),
    given('link.steady', 1 / 15),
    given('daemon.gone', 1 / 40),
    given('phone.restarted', 1 / 30),
    given('attempt.repeated', 1 / 5),
  ],
  tell: (seen) => {
    const errors = seen.last('link.bus-errors');
    const slow = seen.last('link.slow');
    const drops = seen.count('link.detached');
    const why = [
      errors && `the computer saw ${timesInWords(errors.times)} an electrical error on the cable`,
      slow && `it carries only ${sizeInWords(slow.bytesPerSecond)} a second`,
      drops > 0 && `the iPhone dropped off it ${timesInWords(drops)}`,
    ].filter((reason) => typeof reason === 'string');
    return {
      sentence: `The cable or the port looks faulty${why.length > 0 ? `: ${why.join(', and ')}` : ''}.`,
      safe: KEPT,
      next: 'Plug the iPhone straight into another port of the computer, without a hub; if that does not help, use another cable.',
    };
  },
};
