import type { ProblemTold } from '../../../server-words.ts';
import { NOTHING_CHANGED } from '../safe.ts';

/** Recovery modes. */
export const recoveryProblems = {
  'recovery.at-work': {
    what: 'Das iPhone aktualisiert sich gerade, oder es wird wiederhergestellt.',
    safe: 'Thaw hat es nicht angerührt: jetzt unterbrochen, startet es vielleicht nicht mehr.',
    next: 'Lass es bis zu einer Stunde angeschlossen und sieh dann wieder nach.',
  },
  'recovery.failed': {
    what: 'iOS zu installieren gelang nicht.',
    safe: 'Das iPhone kann jetzt im Wiederherstellungsmodus sein; von dort lässt es sich wiederholen. Was darauf war, ist höchstwahrscheinlich noch da.',
    next: 'Fang noch einmal an, oder nimm den Finder oder die App „Apple-Geräte“: wähle dort „Aktualisieren“, nicht „Wiederherstellen“.',
  },
  'recovery.no-backup': {
    what: 'Zum Löschen muss ein geprüftes Backup genau dieses iPhone vorliegen.',
    safe: NOTHING_CHANGED,
    next: 'Mach zuerst ein Backup. Soll bleiben, was darauf ist, dann installiere iOS neu, ohne zu löschen.',
  },
  'recovery.no-program': {
    what: 'Das Programm, das in diesem Zustand mit iPhones spricht, ist nicht installiert.',
    safe: NOTHING_CHANGED,
    next: 'Installiere es, oder nimm den Finder oder die App „Apple-Geräte“: wähle dort „Aktualisieren“, nicht „Wiederherstellen“. Mit den Tasten geht es auch; Thaw zeigt, mit welchen.',
  },
  'recovery.not-agreed': {
    what: 'Niemand hat dem ausdrücklich zugestimmt.',
    safe: NOTHING_CHANGED,
    next: 'Fang noch einmal an und gib den gezeigten Satz ein.',
  },
  'recovery.refused': {
    what: 'Das iPhone hat den Befehl nicht angenommen.',
    safe: NOTHING_CHANGED,
    next: 'Mit den Tasten geht es auch; Thaw zeigt, mit welchen.',
  },
  'recovery.would-erase': {
    what: 'Das Programm war dabei, das iPhone zu löschen, was niemand wollte, und wurde angehalten.',
    safe: 'Nichts wurde gelöscht.',
    next: 'Fang noch einmal an, oder nimm den Finder oder die App „Apple-Geräte“: wähle dort „Aktualisieren“, nicht „Wiederherstellen“.',
  },
} as const satisfies Readonly<Record<string, ProblemTold>>;
