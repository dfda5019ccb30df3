import type { ProblemTold } from '../../../server-words.ts';
import { NOTHING_CHANGED } from '../safe.ts';

/** A backup that is read, mended or taken out of. */
export const archiveProblems = {
  'archive.damaged': {
    what: 'Eine Datei dieses Backups ist beschädigt.',
    safe: NOTHING_CHANGED,
    next: '„Prüfen“ zeigt, was noch da ist; „Richten“, was sich beheben lässt.',
  },
  'archive.file-cut': {
    what: 'Eine Datei ist kürzer, als sie auf dem Telefon war.',
    safe: 'Was von ihr da ist, wurde gelesen. Nichts wurde verändert.',
    next: 'Sieh unter „Prüfen“, was sonst noch fehlt.',
  },
  'archive.file-missing': {
    what: 'Eine Datei steht in der Liste, liegt aber nicht im Backup.',
    safe: NOTHING_CHANGED,
    next: 'Sieh unter „Prüfen“, was sonst noch fehlt.',
  },
  'archive.no-manifest': {
    what: 'Die Liste der Dateien fehlt: ohne Manifest.db kann niemand sagen, welche Datei welche ist.',
    safe: NOTHING_CHANGED,
    next: 'Versuche „Richten“: es sucht nach einer Kopie, die ein früherer Lauf behalten hat.',
  },
  'archive.password-needed': {
    what: 'Dieses Backup ist verschlüsselt, und sein Passwort wird gebraucht.',
    safe: NOTHING_CHANGED,
    next: 'Gib es ein.',
  },
  'archive.undecryptable': {
    what: 'Eine Datei lässt sich nicht entschlüsseln: sie wurde beschädigt, nachdem sie gesichert war.',
    safe: NOTHING_CHANGED,
    next: 'Sieh unter „Prüfen“, was sonst noch fehlt.',
  },
  'archive.unknown-form': {
    what: 'Die Datenbank dieser App hat eine Form, die Thaw nicht kennt.',
    safe: NOTHING_CHANGED,
    next: 'Hole sie so heraus, wie sie ist: andere Programme können sie vielleicht lesen.',
  },
  'archive.unreadable': {
    what: 'Die Festplatte gibt eine Datei nicht her.',
    safe: NOTHING_CHANGED,
    next: 'Sieh nach, ob sie noch verbunden ist. Wenn ja, kopiere das Backup bald auf eine andere.',
  },
  'archive.wrong-password': {
    what: 'Das Passwort öffnet dieses Backup nicht. Es ist weder der Code des Telefons noch das Passwort des Apple Account.',
    safe: NOTHING_CHANGED,
    next: 'Versuche das Passwort, das festgelegt wurde, als Backups dieses Telefons zum ersten Mal verschlüsselt wurden: im Finder, in iTunes oder hier.',
  },
  'extract.in-the-way': {
    what: 'Wo ein Ordner sein muss, liegt eine Verknüpfung oder eine Datei.',
    safe: 'Nichts wurde hineingeschrieben, und das Backup ist, wie es war.',
    next: 'Wähle einen anderen Ordner.',
  },
  'extract.inside-backup': {
    what: 'Dieser Ordner liegt im Backup selbst.',
    safe: NOTHING_CHANGED,
    next: 'Wähle einen Ordner außerhalb.',
  },
  'extract.none': {
    what: 'Solche Daten enthält dieses Backup nicht.',
    safe: NOTHING_CHANGED,
    next: 'Sieh nach, was es enthält.',
  },
  'keychain.absent': {
    what: 'Dieser Computer hat keinen Schlüsselbund, der das Passwort behalten könnte.',
    safe: 'Das Passwort ist nirgends gespeichert.',
    next: 'Bewahre es in einem Passwortmanager auf und gib es ein, wenn danach gefragt wird.',
  },
  'keychain.refused': {
    what: 'Der Schlüsselbund des Systems hat es nicht getan: vielleicht ist er gesperrt, oder die Frage wurde abgelehnt.',
    safe: NOTHING_CHANGED,
    next: 'Entsperre ihn und versuche es noch einmal.',
  },
  'password.mismatch': {
    what: 'Die beiden Passwörter sind nicht gleich.',
    safe: NOTHING_CHANGED,
    next: 'Versuche es noch einmal.',
  },
  'password.missing': {
    what: 'Ein Backup-Passwort wird gebraucht.',
    safe: NOTHING_CHANGED,
    next: 'Gib es ein.',
  },
  'repair.not-proved': {
    what: 'Das gerichtete Backup ist nicht, was es sein sollte.',
    safe: 'Es kam nicht an seine Stelle. Das Backup ist, wie es war.',
    next: 'Bitte melde es: das darf nicht sein.',
  },
  'verify.stopped': {
    what: 'Angehalten, bevor alles geprüft war: über den Rest lässt sich nichts sagen.',
    safe: NOTHING_CHANGED,
    next: 'Fang wieder an, wann immer du willst.',
  },
} as const satisfies Readonly<Record<string, ProblemTold>>;
