import { type Cause, given, KEPT } from '../cause.ts';

/** The disk’s format holds no file over 4 GB. */
export const fatLimit: Cause = {
  id: 'fat-limit',
  requirements: ['A13', 'B4'],
  // It looks like a lost connection: the copy stops at 4 GB.
  prior: 8,
  signs: [
    given('attempt.failed', 2000, ({ errno }) => errno === 'EFBIG'),
    given('destination.write-failed', 2000, ({ code }) => code === 'EFBIG'),
    given(
      'destination.write-failed',
      20,
      ({ fileBytes }) => fileBytes !== undefined && fileBytes >= 2 ** 32 - 2,
    ),
    // Seen before the start it is a warning; most phones hold no such file.
    given('destination.limits', 15),
  ],
  tell: (seen) => {
    const format = seen.last('destination.limits')?.fileSystem;
    const failed = seen.has('destination.write-failed') || seen.has('attempt.failed');
    return {
      sentence: failed
        ? `The disk’s format${format === undefined ? '' : ` (${format})`} holds no file over 4 GB, and the iPhone has one.`
        : `The disk’s format${format === undefined ? '' : ` (${format})`} holds no file over 4 GB, such as a long video.`,
      safe: KEPT,
      next: 'Choose another disk with --to, or format this one as exFAT (that erases it).',
    };
  },
};
