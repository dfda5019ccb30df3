import { sizeInWords } from '../../kit/amounts.ts';
import { type Cause, failedWith, given, NOTHING_CHANGED } from '../cause.ts';

/** The phone’s own sum for the backup is more than it can hold. */
export const absurdSizeEstimate: Cause = {
  id: 'absurd-size-estimate',
  requirements: ['B4'],
  // 11 TB, 14 TB, 283 GB for a phone of 256: three of 157 cases.
  prior: 5,
  signs: [
    // No phone can have more to send than it holds.
    given('size.absurd', 3000),
    given('space.wanted', 8),
    given('log.wants-space', 5),
    failedWith(10, 'backup.no-space'),
    given('destination.space', 4, ({ freeBytes }) => freeBytes > 300e9),
  ],
  tell: (seen) => {
    const size = seen.last('size.absurd');
    return {
      sentence:
        size === undefined
          ? 'The iPhone asks for more room than it can possibly need.'
          : `The iPhone asks for room for ${sizeInWords(size.uploadBytes)}, though it holds ${sizeInWords(size.capacityBytes)} at most: its own sum is wrong.`,
      safe: NOTHING_CHANGED,
      next: 'Restart the iPhone, which makes it count again. If it stays so, one app reports a size that cannot be: see Settings › General › iPhone Storage.',
    };
  },
};
