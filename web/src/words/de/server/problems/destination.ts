import type { ProblemTold } from '../../../server-words.ts';
import { EARLIER_SAFE_GERMAN, NOTHING_CHANGED } from '../safe.ts';

/** The place backups are kept in. */
export const destinationProblems = {
  'destination.full': {
    what: 'Die Festplatte, auf die das Backup kommt, ist voll.',
    safe: `${EARLIER_SAFE_GERMAN} Was empfangen wurde, bleibt.`,
    next: 'Mach dort Platz, oder wähle einen anderen Ordner.',
  },
  'destination.is-a-backup': {
    what: 'Dieser Ordner ist selbst ein Backup.',
    safe: NOTHING_CHANGED,
    next: 'Wähle den Ordner, in dem er liegt.',
  },
  'destination.missing': {
    what: 'Diesen Ordner gibt es nicht. Liegt er auf einer anderen Festplatte oder im Netz, dann ist die nicht verbunden.',
    safe: NOTHING_CHANGED,
    next: 'Verbinde die Festplatte, oder lege den Ordner an, und versuche es noch einmal.',
  },
  'destination.not-a-folder': {
    what: 'Das ist kein Ordner.',
    safe: NOTHING_CHANGED,
    next: 'Wähle einen Ordner.',
  },
  'destination.not-writable': {
    what: 'Dieser Benutzer darf dort nicht schreiben.',
    safe: NOTHING_CHANGED,
    next: 'Lass es dir erlauben, oder wähle einen anderen Ordner. Auf dem Mac: Systemeinstellungen › Datenschutz & Sicherheit › Festplattenvollzugriff.',
  },
  'destination.other-phone': {
    what: 'In diesem Ordner liegt das Backup eines anderen Telefons.',
    safe: NOTHING_CHANGED,
    next: 'Wähle einen anderen Ordner.',
  },
  'destination.read-only': {
    what: 'Diese Festplatte lässt sich nur lesen.',
    safe: NOTHING_CHANGED,
    next: 'Mach sie beschreibbar, oder wähle einen anderen Ordner.',
  },
  'destination.vanished': {
    what: 'Die Festplatte, auf die das Backup kommt, ist weg.',
    safe: 'Was darauf ist, ist, wie es war.',
    next: 'Verbinde sie wieder und fang wieder an: Thaw macht dort weiter, wo es war.',
  },
  'folder.forbidden': {
    what: 'In diesen Ordner darf dieser Benutzer nicht hineinsehen.',
    safe: NOTHING_CHANGED,
    next: 'Lass es dir erlauben. Auf dem Mac: schalte das Programm, in dem Thaw läuft (etwa Terminal), unter Systemeinstellungen › Datenschutz & Sicherheit › Festplattenvollzugriff ein.',
  },
  'vault.busy': {
    what: 'Ein anderer Lauf arbeitet an diesem Backup.',
    safe: NOTHING_CHANGED,
    next: 'Lass ihn fertig werden, oder beende ihn, und versuche es noch einmal.',
  },
  'vault.changed': {
    what: 'Ein anderes Programm hat das Backup während des Laufs verändert.',
    safe: 'Nichts davon wurde überschrieben, und was empfangen wurde, bleibt.',
    next: 'Schließe das andere Programm und fang wieder an.',
  },
  'vault.commit-cut': {
    what: 'Das neue Backup ist vollständig, aber es an seine Stelle zu bringen wurde unterbrochen.',
    safe: 'Das frühere und das neue Backup sind beide sicher.',
    next: 'Verbinde die Festplatte wieder und fang wieder an: das wird zuerst zu Ende gebracht.',
  },
  'vault.damaged': {
    what: 'Thaws eigene Notizen neben dem Backup lassen sich nicht lesen.',
    safe: 'Das Backup selbst wurde nicht angerührt.',
    next: 'Schiebe den Ordner „.thaw“ beiseite und fang wieder an, oder wähle einen anderen Ordner.',
  },
  'vault.no-generation': {
    what: 'Diesen früheren Stand gibt es hier nicht.',
    safe: NOTHING_CHANGED,
    next: 'Sieh nach, welche es gibt.',
  },
  'vault.no-status': {
    what: 'Das iPhone hörte auf, ohne zu sagen, dass das Backup fertig ist.',
    safe: EARLIER_SAFE_GERMAN,
    next: 'Fang wieder an: nur was fehlt, wird gesendet.',
  },
  'vault.not-a-folder': {
    what: 'Ein Ordner des Backups ist eine Verknüpfung oder kein Ordner.',
    safe: NOTHING_CHANGED,
    next: 'Schiebe ihn weg, oder wähle einen anderen Ordner.',
  },
  'vault.path-refused': {
    what: 'Das iPhone nannte eine Datei außerhalb seines eigenen Backups und wurde abgewiesen.',
    safe: `${EARLIER_SAFE_GERMAN} Nichts außerhalb des Backups wurde angerührt.`,
    next: 'Starte das iPhone neu und versuche es noch einmal. Geschieht es wieder, melde es bitte: das darf nicht sein.',
  },
  'vault.write-failed': {
    what: 'Die Festplatte hat eine Datei des Backups nicht angenommen.',
    safe: `${EARLIER_SAFE_GERMAN} Was empfangen wurde, bleibt.`,
    next: 'Sieh nach, ob sie verbunden ist und Platz hat, oder wähle einen anderen Ordner.',
  },
} as const satisfies Readonly<Record<string, ProblemTold>>;
