import type { ProblemTold } from '../../server-words.ts';

/** By code; the English ones are in src/app/words/. */
export const problems: Readonly<Record<string, ProblemTold | undefined>> = {
  'phone.locked': {
    what: 'Das iPhone ist gesperrt.',
    safe: 'Nichts wurde verändert.',
    next: 'Entsperre es mit seinem Code.',
  },
  'phone.not-trusted': {
    what: 'Das iPhone vertraut diesem Computer noch nicht.',
    safe: 'Nichts wurde verändert.',
    next: 'Entsperre es und tippe auf „Vertrauen“.',
  },
};
