import { type Cause, given, KEPT } from '../cause.ts';

/** This computer is so busy that the backup gets no share of it. */
export const computerStarved: Cause = {
  id: 'computer-starved',
  requirements: ['A5'],
  prior: 20,
  signs: [
    given('computer.busy', 30, ({ delayMilliseconds }) => delayMilliseconds >= 5000),
    given('computer.busy', 12),
    given('computer.program', 8, ({ does }) => does === 'starves'),
    given('computer.memory', 10, ({ availableBytes, totalBytes }) => availableBytes < totalBytes / 20),
    given('watch.rate-fell', 3),
    given('watch.stuck', 1.5),
    given('phone.mute', 1 / 10),
  ],
  tell: (seen) => {
    const busiest = seen.last('computer.program', ({ does }) => does === 'starves');
    const program = busiest?.name;
    const delay = seen
      .all('computer.busy')
      .reduce((most, { delayMilliseconds }) => Math.max(most, delayMilliseconds), 0);
    return {
      sentence: `This computer is too busy for the backup${
        delay === 0 ? '' : `: Thaw had to wait ${(delay / 1000).toFixed(1)} seconds for its turn`
      }${program === undefined ? '' : `; ${program} takes the most`}${
        busiest?.percent === undefined ? '' : ` (${busiest.percent} % of it)`
      }${seen.has('computer.memory') ? '; its memory is nearly full' : ''}.`,
      safe: KEPT,
      next: `Close ${program ?? 'what takes the most power'} for a while. Thaw slows its own pace and goes on.`,
    };
  },
};
