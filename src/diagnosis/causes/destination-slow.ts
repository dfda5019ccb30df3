import { type Cause, given, KEPT } from '../cause.ts';

/** The disk takes so long over each write that everything waits for it. */
export const destinationSlow: Cause = {
  id: 'destination-slow',
  requirements: ['A5'],
  // An SD card or a tired network share.
  prior: 15,
  signs: [
    given('destination.slow', 60, ({ milliseconds }) => milliseconds >= 5000),
    given('destination.slow', 30, ({ milliseconds }) => milliseconds >= 1000),
    given('destination.slow', 5),
    given('destination.lost', 15, ({ code }) => code === 'timeout'),
    given('watch.rate-fell', 4),
    given('watch.stuck', 3),
    // Where this program was kept from the processor, the disk may be innocent.
    given('computer.busy', 1 / 3),
    given('phone.mute', 1 / 10),
  ],
  tell: (seen) => {
    const slow = seen
      .all('destination.slow')
      .reduce((most, { milliseconds }) => Math.max(most, milliseconds), 0);
    return {
      sentence: `The disk the backup goes to is the brake${
        slow === 0 ? '' : `: a small write takes it ${(slow / 1000).toFixed(1)} seconds`
      }; the iPhone waits for it.`,
      safe: KEPT,
      next: 'Thaw goes on at the disk’s pace. A disk of this computer, or another port for the external one, is quicker: --to.',
    };
  },
};
