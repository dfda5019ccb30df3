import type { RescueCode } from '../../rescue/errors.ts';
import { EARLIER_SAFE, type WordsFor } from './phrases.ts';

const KEPT = `${EARLIER_SAFE} What was received is kept and not sent again.`;

export const rescueWords: WordsFor<RescueCode> = {
  'rescue.person-needed': ({ sentence, found }) => ({
    what: `${found ?? 'The backup cannot go on by itself.'}`,
    safe: KEPT,
    next: `${sentence ?? 'Look at the iPhone.'} Then start again: Thaw carries on where it was.`,
  }),
  'rescue.stuck': () => ({
    what: 'The backup does not move any more, and nothing that Thaw tried has helped.',
    safe: KEPT,
    next: 'Restart the iPhone and this computer, and start again. “thaw report” makes a page about this run that can be shown to others.',
  }),
  'rescue.interrupted': () => ({
    what: 'The backup was broken off to mend it.',
    safe: KEPT,
    next: 'Start again: Thaw carries on where it was.',
  }),
};
