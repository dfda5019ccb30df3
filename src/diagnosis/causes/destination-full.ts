import { sizeInWords } from '../../kit/amounts.ts';
import { type Cause, failedWith, given, KEPT } from '../cause.ts';

const FULL = new Set(['ENOSPC', 'EDQUOT']);

/** Not enough room where the backup goes, by the phone's own sum or because the disk ran full. */
export const destinationFull: Cause = {
  id: 'destination-full',
  requirements: ['B4', 'D1'],
  // Four cases settled, more suspected: the silence after “Full backup mode.” is often this.
  prior: 45,
  signs: [
    given('attempt.failed', 400, ({ errno }) => errno !== undefined && FULL.has(errno)),
    failedWith(1600, 'destination.full'),
    failedWith(60, 'backup.no-space'),
    given('destination.write-failed', 400, ({ code }) => FULL.has(code)),
    given('log.backup-failed', 60, ({ code }) => code === 105),
    // The phone asks for room only when its sum and the free space do not fit.
    given('space.wanted', 40),
    given('log.wants-space', 20),
    given('destination.short', 60),
    // Little is free on many a disk that still holds what is to come.
    given('destination.space', 6, ({ freeBytes }) => freeBytes < 200e6),
    given('destination.space', 1 / 4, ({ freeBytes }) => freeBytes > 300e9),
    // There is room; it is the table of files that is full.
    given('destination.files-left', 1 / 60),
    // No disk would be large enough: the sum is what is wrong.
    given('size.absurd', 1 / 60),
  ],
  tell: (seen) => {
    const short = seen.last('destination.short');
    const asked = seen.last('space.wanted');
    const failed = seen.last('attempt.failed', ({ wantedBytes }) => wantedBytes !== undefined);
    const free =
      short?.freeBytes ?? asked?.freeBytes ?? failed?.freeBytes ?? seen.last('destination.space')?.freeBytes;
    const missing =
      short !== undefined
        ? short.neededBytes - short.freeBytes
        : (asked?.wantedBytes ?? failed?.wantedBytes ?? seen.last('log.wants-space')?.missingBytes);
    const isQuota = seen.has('attempt.failed', ({ errno }) => errno === 'EDQUOT');
    if (isQuota)
      return {
        sentence:
          'What you may store on that disk is used up: your quota there is reached, whatever room it has.',
        safe: KEPT,
        next: 'Delete something of yours there, ask for a larger quota, or choose another disk with --to.',
      };
    return {
      sentence: `There is not enough room for this backup on the disk it goes to${
        free === undefined ? '' : `: ${sizeInWords(free)} are free`
      }${missing === undefined ? '' : `${free === undefined ? ':' : ' and'} ${sizeInWords(missing)} more are needed`}.`,
      safe: KEPT,
      next: `Free ${missing === undefined ? 'some space' : `at least ${sizeInWords(missing)}`} there, or choose another disk with --to.`,
    };
  },
};
