import type { ProblemTold } from '../../../server-words.ts';

/** A restore. */
export const restoreProblems = {
  'restore.cancelled-on-phone': {
    what: 'Die Wiederherstellung wurde auf dem iPhone abgebrochen.',
    safe: 'Das Backup ist, wie es war: es wird nur gelesen. Auf dem Telefon können Altes und Neues gemischt sein.',
    next: 'Stelle noch einmal wieder her, damit es ganz wird.',
  },
  'restore.find-my': {
    what: '„Wo ist?“ ist eingeschaltet, und so lange lässt sich ein iPhone nicht wiederherstellen.',
    safe: 'Auf dem iPhone wurde nichts verändert, und das Backup ist, wie es war.',
    next: 'Auf dem Telefon: Einstellungen › dein Name › Wo ist? › Mein iPhone suchen: ausschalten, wiederherstellen und wieder einschalten.',
  },
  'restore.icloud-restore': {
    what: 'Das iPhone wird noch aus iCloud wiederhergestellt.',
    safe: 'Auf dem iPhone wurde nichts verändert, und das Backup ist, wie es war.',
    next: 'Lass es im WLAN und am Strom fertig werden und stelle dann wieder her.',
  },
  'restore.link-lost': {
    what: 'Die Verbindung zum iPhone riss ab, bevor es sagte, dass die Wiederherstellung fertig ist.',
    safe: 'Das Backup ist, wie es war: es wird nur gelesen. Auf dem Telefon können Altes und Neues gemischt sein.',
    next: 'Prüfe das Kabel an beiden Enden, entsperre das Telefon und fang noch einmal an: eine Wiederherstellung beginnt von vorn.',
  },
  'restore.locked': {
    what: 'Das iPhone ist gesperrt.',
    safe: 'Auf dem iPhone wurde nichts verändert, und das Backup ist, wie es war.',
    next: 'Entsperre es, halte es entsperrt, bis die Wiederherstellung begonnen hat, und gib den Code ein, wenn es fragt.',
  },
  'restore.newer-ios': {
    what: 'Das iOS des iPhone ist zu alt für dieses Backup.',
    safe: 'Auf dem iPhone wurde nichts verändert, und das Backup ist, wie es war.',
    next: 'Aktualisiere das Telefon (Einstellungen › Allgemein › Softwareupdate) und stelle dann wieder her.',
  },
  'restore.no-room': {
    what: 'Das Backup passt nicht auf das iPhone.',
    safe: 'Auf dem iPhone wurde nichts verändert, und das Backup ist, wie es war.',
    next: 'Mach auf dem Telefon Platz, stelle nur einen Teil wieder her, oder nimm ein Telefon mit mehr Speicher.',
  },
  'restore.not-begun': {
    what: 'Angehalten, bevor etwas gesendet war.',
    safe: 'Auf dem iPhone wurde nichts verändert, und das Backup ist, wie es war.',
    next: 'Fang wieder an, wann immer du willst.',
  },
  'restore.not-confirmed': {
    what: 'Es wurde nicht bestätigt, dass überschrieben werden darf, was auf dem iPhone ist.',
    safe: 'Auf dem iPhone wurde nichts verändert, und das Backup ist, wie es war.',
    next: 'Gib den Namen des Telefons ein, wenn danach gefragt wird.',
  },
  'restore.not-whole': {
    what: 'Dieses Backup ist nicht vollständig und käme nicht ganz zurück.',
    safe: 'Auf dem iPhone wurde nichts verändert, und das Backup ist, wie es war.',
    next: '„Prüfen“ zeigt, was fehlt, „Richten“ macht es wiederherstellbar; oder nimm einen früheren Stand.',
  },
  'restore.partly': {
    what: 'Einige Dateien kamen nicht auf das iPhone.',
    safe: 'Das Backup ist, wie es war: es wird nur gelesen. Alles andere wurde wiederhergestellt.',
    next: 'Repariere das Backup gründlich, mit allen Inhalten, und stelle dann noch einmal wieder her.',
  },
  'restore.refused': {
    what: 'Das iPhone hat die Wiederherstellung mit einem Fehler beendet.',
    safe: 'Das Backup ist, wie es war: es wird nur gelesen.',
    next: 'Starte das iPhone neu, entsperre es und stelle noch einmal wieder her.',
  },
  'restore.setup-unfinished': {
    what: 'Die Einrichtung des iPhone ist nicht fertig.',
    safe: 'Auf dem iPhone wurde nichts verändert, und das Backup ist, wie es war.',
    next: 'Bring sie auf dem Telefon zu Ende (ohne dort wiederherzustellen) und stelle dann wieder her.',
  },
  'restore.stopped': {
    what: 'Angehalten, bevor das iPhone fertig war.',
    safe: 'Das Backup ist, wie es war: es wird nur gelesen. Auf dem Telefon können Altes und Neues gemischt sein.',
    next: 'Fang noch einmal an, damit es ganz wird.',
  },
  'restore.wrong-password': {
    what: 'Das Backup-Passwort stimmt nicht. Es ist weder der Code des Telefons noch das Passwort des Apple Account.',
    safe: 'Auf dem iPhone wurde nichts verändert, und das Backup ist, wie es war.',
    next: 'Versuche das Passwort, das festgelegt wurde, als Backups des Telefons, von dem es ist, zum ersten Mal verschlüsselt wurden.',
  },
} as const satisfies Readonly<Record<string, ProblemTold>>;
