import { sizeInWords } from '../../kit/amounts.ts';
import { type Cause, failedWith, given, KEPT } from '../cause.ts';

/** The phone has no room for the copies it makes of what it backs up. */
export const phoneStorageFull: Cause = {
  id: 'phone-storage-full',
  requirements: ['B4', 'D1'],
  prior: 15,
  signs: [
    failedWith(1600, 'backup.phone-full'),
    given('log.backup-failed', 250, ({ code }) => code === 106),
    given('phone.space', 40, ({ availableBytes }) => availableBytes < 200e6),
    given('phone.space', 10, ({ availableBytes }) => availableBytes < 1e9),
    given('phone.space', 1 / 20, ({ availableBytes }) => availableBytes > 5e9),
    // A phone without room also fails as one whose storage is broken (101, 102); its free space tells which.
    failedWith(30, 'backup.phone-storage', 'phone.storage'),
    given('log.backup-failed', 30, ({ code }) => code === 101 || code === 102),
    given('space.wanted', 1 / 6),
  ],
  tell: (seen) => {
    const room = seen.last('phone.space');
    return {
      sentence: `The iPhone itself is too full to make a backup${
        room === undefined
          ? ''
          : `: only ${sizeInWords(room.availableBytes)} of ${sizeInWords(room.capacityBytes)} are free on it`
      }.`,
      safe: KEPT,
      next: 'Free about 1 GB on the phone: Settings › General › iPhone Storage shows what takes the most.',
    };
  },
};
