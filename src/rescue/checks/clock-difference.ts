import { timeInWords } from '../../kit/amounts.ts';
import { maybeNumberIn } from '../../wire/plist/access.ts';
import { type Check, fine } from './check.ts';

/** Nobody's clock is exact. */
const FINE_SECONDS = 120;
/** Certificates of a pairing are valid from the hour they were made: an SSL error is what a person then sees. */
const HARMFUL_SECONDS = 12 * 3600;

/** A phone that tells another time makes certificates look invalid, and dates of backups wrong. */
export const clockDifference: Check = {
  id: 'clock',
  title: 'the phone’s clock',
  requirements: ['A1'],
  async look({ introduction, clock }) {
    const phoneNow = introduction && maybeNumberIn(introduction, 'TimeIntervalSince1970');
    if (phoneNow === undefined) return undefined;
    const seconds = Math.round(phoneNow - clock.now().getTime() / 1000);
    const apart = Math.abs(seconds);
    if (apart <= FINE_SECONDS) return fine('Phone and computer agree on the time.');
    return {
      standing: apart > HARMFUL_SECONDS ? 'person' : 'note',
      sentence: `The phone’s clock is ${timeInWords(apart)} ${seconds > 0 ? 'ahead of' : 'behind'} this computer’s.`,
      next: 'Switch on Settings > General > Date & Time > Set Automatically, and look at this computer’s date too.',
      evidence: [{ kind: 'clock.differs', source: 'lockdown', facts: { seconds } }],
    };
  },
};
