import type { Seen } from '../../../../../src/diagnosis/seen.ts';
import type { Amounts } from '../../amounts.ts';
import type { CauseTold } from '../../server-words.ts';
import { EARLIER_SAFE_GERMAN, KEPT } from './safe.ts';

/** By the id of the cause; the English ones are in src/diagnosis/causes/<id>.ts. */
export const causes: Readonly<Record<string, ((seen: Seen, amounts: Amounts) => CauseTold) | undefined>> = {
  'link-unstable': (seen, amounts) => {
    const times = seen.count('link.detached');
    const back = seen.last('link.attached');
    const after = back === undefined ? '' : ` und kam nach ${amounts.duration(back.secondsAway)} wieder`;
    return {
      sentence:
        times === 0
          ? 'Die Verbindung zum iPhone bricht immer wieder ab.'
          : `Das iPhone verlor ${times === 1 ? 'einmal' : `${times}-mal`} den Kontakt über das Kabel${after}.`,
      safe: KEPT,
      next: 'Stecke das Kabel an beiden Enden fest ein und lass das Telefon ruhig liegen; Thaw macht von selbst weiter.',
    };
  },
  'passcode-not-entered': () => ({
    sentence: 'Das iPhone hat nach seinem Code gefragt, und niemand hat ihn eingegeben.',
    safe: EARLIER_SAFE_GERMAN,
    next: 'Halte das iPhone bereit: Thaw lässt es noch einmal fragen.',
  }),
};
