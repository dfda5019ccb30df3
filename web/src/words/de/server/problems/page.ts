import type { ProblemTold } from '../../../server-words.ts';
import { NOTHING_CHANGED } from '../safe.ts';

/** What the server answers to the page itself. */
export const pageProblems = {
  'page.no-key': {
    what: 'Dieser Browser hat keinen Schlüssel zu Thaw, oder Thaw wurde seither neu gestartet.',
    safe: NOTHING_CHANGED,
    next: 'Öffne die Seite neu, mit: thaw open',
  },
  'page.wrong-door': {
    what: 'Das hat nicht Thaws eigene Seite gefragt, darum gab es keine Antwort.',
    safe: NOTHING_CHANGED,
    next: 'Öffne die Seite neu, mit: thaw open',
  },
  'page.not-json': {
    what: 'Das hat nicht Thaws eigene Seite gefragt, darum gab es keine Antwort.',
    safe: NOTHING_CHANGED,
    next: 'Öffne die Seite neu, mit: thaw open',
  },
  'page.too-large': {
    what: 'Das hat nicht Thaws eigene Seite gefragt, darum gab es keine Antwort.',
    safe: NOTHING_CHANGED,
    next: 'Öffne die Seite neu, mit: thaw open',
  },
  'page.not-understood': {
    what: 'Thaw versteht nicht, was die Seite will.',
    safe: NOTHING_CHANGED,
    next: 'Lade die Seite neu.',
  },
  'page.unknown': {
    what: 'Das gibt es nicht mehr.',
    safe: NOTHING_CHANGED,
    next: 'Geh zurück und wähle neu.',
  },
  'page.outside': {
    what: 'Diesen Ordner darf die Seite nicht verwenden.',
    safe: NOTHING_CHANGED,
    next: 'Wähle einen Ordner in deinem Benutzerordner oder auf einer Festplatte von dir.',
  },
  'page.no-destination': {
    what: 'Es ist noch kein Ordner für das Backup gewählt.',
    safe: NOTHING_CHANGED,
    next: 'Wähle, wohin das Backup kommt.',
  },
  'page.phone-busy': {
    what: 'Thaw arbeitet schon mit diesem iPhone.',
    safe: 'Was läuft, läuft weiter.',
    next: 'Warte, bis es fertig ist, oder halte es erst an.',
  },
  'page.backup-busy': {
    what: 'Thaw arbeitet schon an diesem Backup.',
    safe: 'Was läuft, läuft weiter.',
    next: 'Warte, bis es fertig ist, oder halte es erst an.',
  },
  'page.no-question': {
    what: 'Diese Frage ist schon beantwortet.',
    safe: NOTHING_CHANGED,
    next: 'Lade die Seite neu.',
  },
  'page.wrong-answer': {
    what: 'Das ist nicht, was einzugeben war.',
    safe: NOTHING_CHANGED,
    next: 'Gib es Buchstabe für Buchstabe ein, oder hör hier auf.',
  },
  'page.no-report': {
    what: 'Darüber gibt es keinen Bericht.',
    safe: NOTHING_CHANGED,
    next: 'Berichte gibt es über Backups und Wiederherstellungen.',
  },
  'page.no-virtual': {
    what: 'Es gibt kein virtuelles iPhone, mit dem das geht.',
    safe: NOTHING_CHANGED,
    next: 'Wähle ein anderes, oder nimm ein eigenes iPhone.',
  },
  'page.apple-silent': {
    what: 'Apples Statusseite ist gerade nicht zu erreichen oder zu lesen, darum ist von dort nichts bekannt.',
    safe: NOTHING_CHANGED,
    next: 'Versuche es später wieder, oder sieh selbst nach: apple.com/de/support/systemstatus',
  },
  'page.ending': {
    what: 'Thaw wird gerade beendet und fängt nichts Neues an.',
    safe: NOTHING_CHANGED,
    next: 'Starte es wieder, mit: thaw',
  },
} as const satisfies Readonly<Record<string, ProblemTold>>;
