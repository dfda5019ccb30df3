import type { told as english } from '../en/told.ts';

export const told: typeof english = {
  lead: {
    done: {
      check: 'Alles wurde angesehen.',
      verify: 'Dieses Backup ist ganz.',
      repair: 'Um dieses Backup hat sich Thaw gekümmert.',
      extract: 'Es ist in deinem Ordner.',
      watch: 'Das Zusehen ist vorbei.',
      password: 'Das Backup-Passwort ist geändert.',
      'bring-back': 'Der frühere Stand ist wieder da.',
    },
    cancelled: 'Angehalten.',
    damaged: 'Dieses Backup ist beschädigt.',
    beyond: 'Ein Teil dieses Backups lässt sich nicht reparieren.',
    repair: 'Soll Thaw es so reparieren?',
    overwrite: (name) => `Soll alles auf „${name}“ überschrieben werden?`,
    password: 'Dieses Backup ist verschlüsselt. Dafür braucht es sein Passwort.',
  },
  consent: {
    'overwrite-phone': 'Das lässt sich nicht rückgängig machen.',
    'replace-phone':
      'Das lässt sich nicht rückgängig machen. Was auf dem iPhone und nicht im Backup ist, wird gelöscht.',
    erase: {
      sentence: 'Soll alles auf dem iPhone gelöscht werden?',
      about: 'Das lässt sich nicht rückgängig machen. Was im Backup ist, kann danach wieder darauf kommen.',
    },
    reinstall: {
      sentence: 'Soll iOS über sich selbst neu installiert werden?',
      about: 'Was auf dem iPhone ist, bleibt meist; geht es schief, lässt es sich nur noch löschen.',
    },
    'break-off-start': {
      sentence: 'Hängt es wirklich?',
      about:
        'Das iPhone startet, oder installiert ein Update. Bricht man ein Update ab, startet es vielleicht nicht mehr. Erst wenn sich weder das Logo noch der Balken darunter eine Stunde lang verändert hat, hängt es.',
    },
  },
  phrase: (about, typed) => {
    if (about === 'erase') return typed.replace(/^erase /, 'lösche ');
    if (about === 'reinstall') return 'ohne backup neu installieren';
    return about === 'break-off-start' ? 'seit einer stunde bewegt sich nichts' : typed;
  },
  verify: {
    sound: {
      content: (files, size) => `Jede von ${files} Dateien wurde gelesen und ist ganz: zusammen ${size}.`,
      files: (files, size) =>
        `Jede von ${files} Dateien ist da und so groß, wie sie sein soll: zusammen ${size}.`,
      structure: 'Seine Dateien sind in Ordnung, soweit man das ohne Passwort sehen kann.',
    },
    unsound: (count, shown) =>
      count === 1
        ? 'Eines ist nicht, wie es sein sollte.'
        : `${shown} Dinge sind nicht, wie sie sein sollten.`,
    harmless: (count, shown) =>
      count === 1 ? 'Und eines, das nichts schadet.' : `Und ${shown} Dinge, die nichts schaden.`,
    more: (shown) => `… und ${shown} weitere.`,
    shallow: 'Der Inhalt wurde nicht gelesen: Dafür braucht es das Passwort dieses Backups.',
  },
  repair: {
    plan: 'Das würde Thaw tun',
    loses: (what) => `Das geht verloren: ${what}`,
    beyond: 'Das lässt sich nicht reparieren',
    nothing: 'Es gibt nichts zu reparieren.',
    done: 'Es ist repariert. Der Stand davor bleibt erhalten und lässt sich zurückholen.',
    broughtBack:
      'Der frühere Stand ist wieder das Backup. Was vorher da war, bleibt als eigener Stand erhalten.',
    unchanged: 'Nichts wurde geändert.',
  },
  extract: {
    done: (count, files, size) =>
      count === 1
        ? `Eine Datei (${size}) wurde kopiert nach`
        : `${files} Dateien (${size}) wurden kopiert nach`,
    unchanged: (count, shown) =>
      count === 1 ? 'Eine Datei war schon da.' : `${shown} Dateien waren schon da.`,
    failed: (count, shown) =>
      count === 1 ? 'Eine Datei ließ sich nicht lesen:' : `${shown} Dateien ließen sich nicht lesen:`,
  },
  password: {
    on: 'Backups dieses iPhones haben ab jetzt ein Passwort. Bewahre es gut auf: Ohne es kann sie niemand öffnen.',
    off: 'Backups dieses iPhones haben kein Passwort mehr. Das nächste wird ganz neu gesendet.',
  },
  fix: {
    done: 'Das ist getan, und Thaw hat es gesehen. Geh zurück zu deinen Telefonen: dort steht, was als Nächstes kommt.',
    failed: 'Das ließ sich nicht tun.',
    'not-done': 'Niemand hat es rechtzeitig getan. Fang wieder an, wann du willst.',
    'nothing-to-do': 'Hier gibt es nichts zu tun.',
  },
  watch: { before: 'Was davor gesagt wurde' },
  look: 'Hineinsehen',
  toBackup: 'Zum Backup',
};
