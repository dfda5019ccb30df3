import type { ProblemTold } from '../../../server-words.ts';
import { EARLIER_SAFE_GERMAN, KEPT, NOTHING_CHANGED } from '../safe.ts';

/** A backup run. */
export const backupProblems = {
  'backup.link-lost': {
    what: 'Die Verbindung zum iPhone ist während des Backups abgerissen.',
    safe: KEPT,
    next: 'Prüfe das Kabel an beiden Enden, entsperre das Telefon und fang wieder an: Thaw macht dort weiter, wo es war.',
  },
  'backup.version': {
    what: 'Das iPhone spricht eine Fassung des Backup-Protokolls, die Thaw nicht kennt.',
    safe: NOTHING_CHANGED,
    next: 'Aktualisiere Thaw. Ist es auf dem neuesten Stand, melde bitte die iOS-Version des Telefons.',
  },
  'backup.locked': {
    what: 'Das Backup braucht den Code, und er wurde auf dem iPhone nicht rechtzeitig eingegeben.',
    safe: EARLIER_SAFE_GERMAN,
    next: 'Fang wieder an und gib den Code auf dem Telefon ein, wenn es fragt. Halte es bis dahin entsperrt.',
  },
  'backup.wrong-password': {
    what: 'Das Backup-Passwort stimmt nicht. Es ist weder der Code des Telefons noch das Passwort des Apple Account.',
    safe: EARLIER_SAFE_GERMAN,
    next: 'Versuche das Passwort, das festgelegt wurde, als Backups dieses Telefons zum ersten Mal verschlüsselt wurden.',
  },
  'backup.no-space': {
    what: 'Für dieses Backup ist nicht genug Platz frei.',
    safe: KEPT,
    next: 'Mach dort Platz, oder wähle eine andere Festplatte.',
  },
  'backup.phone-full': {
    what: 'Das iPhone selbst ist zu voll.',
    safe: EARLIER_SAFE_GERMAN,
    next: 'Mach auf dem Telefon etwas Platz und versuche es noch einmal.',
  },
  'backup.phone-busy': {
    what: 'Das iPhone hält noch etwas von einem früheren, unterbrochenen Backup fest.',
    safe: EARLIER_SAFE_GERMAN,
    next: 'Starte das iPhone neu, entsperre es und fang wieder an.',
  },
  'backup.phone-storage': {
    what: 'Das iPhone konnte seinen eigenen Speicher nicht lesen oder beschreiben.',
    safe: EARLIER_SAFE_GERMAN,
    next: 'Starte das iPhone neu, entsperre es und fang wieder an.',
  },
  'backup.earlier-damaged': {
    what: 'Das Backup in diesem Ordner ist beschädigt, und das iPhone baut nicht darauf auf.',
    safe: 'Es wurde nicht verändert.',
    next: 'Mach ein ganz neues Backup; dieses bleibt als früherer Stand erhalten.',
  },
  'backup.files-unreadable': {
    what: 'Das iPhone konnte einige seiner eigenen Dateien nicht lesen und hat aufgegeben.',
    safe: EARLIER_SAFE_GERMAN,
    next: 'Öffne die genannten Apps auf dem Telefon, entferne oder richte diese Dateien, und fang wieder an.',
  },
  'backup.cancelled-on-phone': {
    what: 'Das Backup wurde auf dem iPhone abgebrochen.',
    safe: KEPT,
    next: 'Fang wieder an, wann immer du willst.',
  },
  'backup.sync-locked': {
    what: 'Ein anderes Programm gleicht mit dem iPhone ab und lässt es nicht los.',
    safe: NOTHING_CHANGED,
    next: 'Schließe den Finder, iTunes oder ein anderes Programm, das das Telefon verwendet, und versuche es noch einmal.',
  },
  'backup.setup-unfinished': {
    what: 'Die Einrichtung des iPhone ist nicht fertig.',
    safe: NOTHING_CHANGED,
    next: 'Bring sie auf dem Telefon zu Ende und fang dann wieder an.',
  },
  'backup.icloud-restore': {
    what: 'Das iPhone wird noch aus iCloud wiederhergestellt.',
    safe: NOTHING_CHANGED,
    next: 'Lass es im WLAN und am Strom fertig werden und fang dann wieder an.',
  },
  'backup.encryption-enforced': {
    what: 'Ein Profil auf dem iPhone verlangt verschlüsselte Backups.',
    safe: NOTHING_CHANGED,
    next: 'Lege ein Backup-Passwort fest, oder frage, wer das Telefon verwaltet.',
  },
  'backup.refused': {
    what: 'Das iPhone hat das Backup mit einem Fehler beendet.',
    safe: KEPT,
    next: 'Starte das iPhone neu, entsperre es und fang wieder an.',
  },
  'backup.write-failed': {
    what: 'Die Festplatte hat eine Datei des Backups nicht angenommen.',
    safe: KEPT,
    next: 'Sieh nach, ob sie angeschlossen ist und sich beschreiben lässt, oder wähle eine andere. Dateien über 4 GB brauchen ein Format wie exFAT.',
  },
  'backup.not-finished': {
    what: 'Das iPhone sagte, es sei fertig, aber das Backup ist nicht vollständig.',
    safe: KEPT,
    next: 'Fang wieder an: nur was fehlt, wird gesendet.',
  },
  'backup.not-proved': {
    what: 'Das iPhone sagte, es sei fertig, aber das neue Backup ist nicht vollständig.',
    safe: `${EARLIER_SAFE_GERMAN} Das neue kam nicht an seine Stelle.`,
    next: 'Fang wieder an: was gut ankam, wird nicht noch einmal gesendet.',
  },
  'backup.none-here': {
    what: 'In diesem Ordner liegt kein iPhone-Backup.',
    safe: NOTHING_CHANGED,
    next: 'Wähle den Ordner eines Backups: darin liegen Info.plist, Status.plist und Manifest.db.',
  },
  'backup.shut': {
    what: 'Das Backup wurde inzwischen geschlossen.',
    safe: NOTHING_CHANGED,
    next: 'Öffne es noch einmal.',
  },
  'rescue.person-needed': {
    what: 'Das Backup kommt allein nicht weiter.',
    safe: KEPT,
    next: 'Sieh auf das iPhone. Fang dann wieder an: Thaw macht dort weiter, wo es war.',
  },
  'rescue.stuck': {
    what: 'Das Backup bewegt sich nicht mehr, und nichts von dem, was Thaw versucht hat, half.',
    safe: KEPT,
    next: 'Starte das iPhone und diesen Computer neu und fang wieder an. Der Bericht über diesen Lauf lässt sich anderen zeigen.',
  },
  'rescue.interrupted': {
    what: 'Das Backup wurde angehalten, um es zu richten.',
    safe: KEPT,
    next: 'Fang wieder an: Thaw macht dort weiter, wo es war.',
  },
  cancelled: {
    what: 'Angehalten.',
    safe: `${EARLIER_SAFE_GERMAN} Was empfangen wurde, bleibt.`,
    next: 'Fang wieder an, wann immer du willst: Thaw macht dort weiter, wo es war.',
  },
  internal: {
    what: 'In Thaw selbst ist etwas schiefgegangen.',
    safe: EARLIER_SAFE_GERMAN,
    next: 'Bitte melde es, mit dem Bericht über diesen Lauf.',
  },
  usage: {
    what: 'Das lässt sich so nicht ausführen.',
    safe: '',
    next: 'Sieh dir die Angaben noch einmal an.',
  },
  'run.unknown': {
    what: 'Über diesen Lauf gibt es keine Aufzeichnung.',
    safe: NOTHING_CHANGED,
    next: 'Mach zuerst ein Backup.',
  },
} as const satisfies Readonly<Record<string, ProblemTold>>;
