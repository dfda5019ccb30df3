import { type Cause, failedWith, given, NOTHING_CHANGED } from '../cause.ts';

/** Windows sees the iPhone as a camera only: Apple's driver is missing or does not start. */
export const phoneDriver: Cause = {
  id: 'phone-driver',
  requirements: ['B5', 'B14', 'C6', 'D7'],
  prior: 8,
  signs: [
    // The device manager's own word.
    given('computer.driver', 400),
    // A phone without its driver is on the bus and in nobody's list.
    failedWith(100, 'phone.none', 'phone.absent'),
  ],
  tell: (seen) => {
    const problem = seen.last('computer.driver')?.problem ?? 0;
    return {
      sentence:
        problem === 0
          ? 'Windows sees the iPhone as a camera only: Apple’s driver for it is missing.'
          : `Apple’s driver for the iPhone does not work: the device manager reports Code ${problem}.`,
      safe: NOTHING_CHANGED,
      next: 'Install the Apple Devices app from the Microsoft Store, open it once, and connect the iPhone again.',
    };
  },
};
