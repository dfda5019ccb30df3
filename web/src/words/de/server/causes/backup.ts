import { EARLIER_SAFE_GERMAN, KEPT, NOTHING_CHANGED } from '../safe.ts';
import { often, type Told } from './told.ts';

/** The conversation with the phone's backup program. */
export const backupCauses: Told = {
  'absurd-size-estimate': (seen, amounts) => {
    const size = seen.last('size.absurd');
    return {
      sentence:
        size === undefined
          ? 'Das iPhone verlangt mehr Platz, als es überhaupt brauchen kann.'
          : `Das iPhone verlangt Platz für ${amounts.size(size.uploadBytes)}, fasst aber höchstens ${amounts.size(size.capacityBytes)}: es hat sich verrechnet.`,
      safe: NOTHING_CHANGED,
      next: 'Starte das iPhone neu, dann zählt es noch einmal. Bleibt es dabei, meldet eine App eine unmögliche Größe: siehe Einstellungen › Allgemein › iPhone-Speicher.',
    };
  },
  'backup-daemon-crashed': (seen) => {
    const crashes = Math.max(seen.count('crash.report'), seen.count('log.crashed'), 1);
    return {
      sentence: `Das Backup-Programm auf dem iPhone selbst ist ${crashes > 1 ? `${often(crashes)} ` : ''}abgestürzt; Kabel und Computer sind in Ordnung.`,
      safe: KEPT,
      next: 'Das iPhone startet dieses Programm von selbst wieder, und Thaw macht weiter. Stürzt es immer wieder ab, braucht das Telefon einen Neustart.',
    };
  },
  'backup-daemon-memory-killed': (seen, amounts) => {
    const manifest = seen.last('manifest.large');
    const size = manifest === undefined ? '' : ` (${amounts.size(manifest.bytes)})`;
    const killed = seen.has('crash.report') || seen.has('log.memory-kill') || seen.has('daemon.gone');
    return {
      sentence: killed
        ? `Das iPhone hat sein Backup-Programm beendet, weil es zu viel Arbeitsspeicher brauchte${manifest === undefined ? '' : `: die Dateiliste des früheren Backups${size} ist sehr groß`}.`
        : `Die Dateiliste des früheren Backups${size} ist so groß, dass dem Backup-Programm des iPhone der Arbeitsspeicher ausgehen kann.`,
      safe: KEPT,
      next: 'Thaw reicht die Liste in kleinen Stücken hinüber. Genügt das nicht, beginnt es ein frisches Backup und behält das frühere, bis das neue geprüft ist.',
    };
  },
  'backup-daemon-silent': (seen, amounts) => {
    const stuck = seen.last('watch.stuck');
    const since = stuck === undefined ? '' : ` seit ${amounts.duration(stuck.silentSeconds)}`;
    const answers = seen.has('phone.answers') ? ', obwohl das Telefon selbst antwortet' : '';
    return {
      sentence: `Das Backup-Programm auf dem iPhone sagt${since} nichts mehr${answers}.`,
      safe: KEPT,
      next: 'Thaw beendet diese Verbindung und beginnt eine neue; dadurch startet das Programm frisch. Hängt es wieder, braucht das Telefon einen Neustart.',
    };
  },
  'backup-not-whole': () => ({
    sentence: 'Das iPhone sagte, es sei fertig, aber das neue Backup ist nicht vollständig.',
    safe: `${EARLIER_SAFE_GERMAN} Das neue kam nicht an seine Stelle.`,
    next: 'Thaw fragt nach, was fehlt. Was gut ankam, wird nicht noch einmal gesendet.',
  }),
  'backup-service-refused': (seen) => ({
    sentence: seen.has('attempt.failed', ({ code }) => code === 'phone.services-exhausted')
      ? 'Das iPhone hat zu viele Verbindungen offen und beginnt kein Backup.'
      : 'Das iPhone startet seinen Backup-Dienst nicht.',
    safe: KEPT,
    next: 'Thaw versucht es mit einer neuen Verbindung. Lehnt das Telefon weiter ab, entsperre es und starte es neu.',
  }),
  'bad-file': (seen, amounts) => {
    const files = seen.all('file.unreadable', ({ harmless }) => !harmless);
    const file = files.at(-1);
    const repeated = seen.last('attempt.repeated');
    const others =
      files.length < 2
        ? ''
        : files.length === 2
          ? ' und eine weitere'
          : ` und ${amounts.number(files.length - 1)} weitere`;
    return {
      sentence:
        file !== undefined
          ? `Das iPhone kann eine seiner eigenen Dateien nicht lesen: ${file.path}${others}${
              file.app === undefined ? '' : `; sie gehört zur App ${file.app}`
            }.`
          : `Das iPhone stolpert über eine eigene Datei${
              repeated === undefined ? '' : `: das Backup bleibt jedes Mal bei ${repeated.percent} % stehen`
            }.`,
      safe: KEPT,
      next: 'Thaw macht ohne das fertig, was sich nicht lesen lässt, und zählt es auf. Soll es dabei sein, öffne diese App auf dem Telefon, richte oder lösche die Datei und sichere noch einmal.',
    };
  },
  'cancelled-on-phone': () => ({
    sentence: 'Das Backup wurde auf dem Bildschirm des iPhone angehalten.',
    safe: KEPT,
    next: 'Fang wieder an, wann immer du willst; Thaw macht dort weiter, wo es war.',
  }),
  'encryption-forced': () => ({
    sentence:
      'Ein Profil auf dem iPhone verlangt, dass Backups verschlüsselt werden; das hast nicht du versehentlich eingestellt.',
    safe: NOTHING_CHANGED,
    next: 'Lege ein Backup-Passwort fest, oder frage, wer das Telefon verwaltet.',
  }),
  'end-missing': (seen, amounts) => {
    const silent = seen.last('watch.stuck')?.silentSeconds;
    return {
      sentence: `Das iPhone ist bei 100 % und sagt${silent === undefined ? '' : ` seit ${amounts.duration(silent)}`} nicht, dass es fertig ist.`,
      safe: KEPT,
      next: 'Thaw beginnt eine neue Verbindung; das Telefon hat dann wenig oder nichts mehr zu senden.',
    };
  },
  'foreign-password': () => ({
    sentence:
      'Ein anderes Programm oder ein anderer Computer hat seit deinem letzten Backup die Verschlüsselung eingeschaltet und ein eigenes Passwort festgelegt.',
    safe: EARLIER_SAFE_GERMAN,
    next: 'Nimm das Passwort jenes Programms, oder hebe es auf: auf dem Telefon Einstellungen › Allgemein › iPhone übertragen/zurücksetzen › Zurücksetzen › Alle Einstellungen.',
  }),
  'forgotten-password': () => ({
    sentence:
      'Das Backup-Passwort stimmt nicht; das Backup selbst ist in Ordnung. Es ist weder der Code noch das Passwort des Apple Account.',
    safe: NOTHING_CHANGED,
    next: 'Versuche das Passwort, das beim ersten verschlüsselten Backup dieses Telefons festgelegt wurde, vielleicht an einem anderen Computer. Ist es verloren: auf dem Telefon Einstellungen › Allgemein › iPhone übertragen/zurücksetzen › Zurücksetzen › Alle Einstellungen, dann ein neues Backup.',
  }),
  'garbled-talk': () => ({
    sentence: 'Was vom iPhone ankommt, ergibt keinen Sinn: das Gespräch hat den Faden verloren.',
    safe: KEPT,
    next: 'Thaw beginnt eine neue Verbindung. Geschieht es wieder, nimm ein anderes Kabel, und schicke uns bitte den Bericht.',
  }),
  'icloud-collision': (seen) => {
    const restoring =
      seen.has('attempt.failed', ({ code }) => code === 'backup.icloud-restore') ||
      seen.has('log.backup-failed', ({ code }) => code === 25);
    return {
      sentence: restoring
        ? 'Das iPhone wird noch aus iCloud wiederhergestellt und macht so lange kein Backup.'
        : 'Das iPhone macht gleichzeitig sein iCloud-Backup, und die beiden stehen sich im Weg.',
      safe: EARLIER_SAFE_GERMAN,
      next: restoring
        ? 'Lass es im WLAN und am Strom, bis es fertig ist; dann macht Thaw weiter.'
        : 'Thaw schaltet das iCloud-Backup für diesen Lauf aus und danach wieder ein.',
    };
  },
  'leftover-on-phone': () => ({
    sentence: 'Das iPhone hält noch an einem früheren, abgerissenen Backup fest und beginnt kein anderes.',
    safe: EARLIER_SAFE_GERMAN,
    next: 'Ein Neustart des iPhone räumt das auf. Entsperre es danach; Thaw macht von selbst weiter.',
  }),
  'leftover-run': (seen, amounts) => {
    const left = seen.last('run.left-behind');
    const ago = left?.secondsAgo === undefined ? '' : ` vor ${amounts.duration(left.secondsAgo)}`;
    return {
      sentence: `Ein Backup-Lauf, der${ago} schlecht endete, hält noch ${
        left?.what === 'vault-lock' ? 'den Backup-Ordner' : 'das iPhone'
      } fest, obwohl es ihn nicht mehr gibt.`,
      safe: KEPT,
      next: 'Thaw räumt das von selbst weg: es beginnt eine neue Verbindung und startet das Telefon neu, wenn es sein muss.',
    };
  },
  'manifest-damaged': () => ({
    sentence: 'Die Dateiliste des früheren Backups ist beschädigt.',
    safe: 'Es wurde nicht verändert und bleibt erhalten.',
    next: 'Thaw beginnt ein frisches Backup und legt das beschädigte beiseite; was sich darin lesen lässt, kann noch herausgeholt werden.',
  }),
  'percent-loop': (seen) => {
    const odd = seen.last('watch.percent-odd');
    return {
      sentence: `Der Fortschritt des iPhone läuft im Kreis${
        odd === undefined ? '' : `: er ging ${often(odd.times)} zurück, zuletzt auf ${odd.percent} %`
      }.`,
      safe: KEPT,
      next: 'Thaw beendet diese Verbindung und beginnt eine neue; was empfangen wurde, wird nicht noch einmal gesendet.',
    };
  },
  'refused-by-phone': (seen) => {
    const number =
      seen.last('attempt.failed', ({ errorCode }) => errorCode !== undefined)?.errorCode ??
      seen.last('log.backup-failed')?.code;
    return {
      sentence: `Das iPhone hat das Backup mit einem eigenen Fehler beendet${number === undefined ? '' : ` (Nummer ${number})`}.`,
      safe: KEPT,
      next: 'Thaw versucht es noch einmal; geschieht es wieder, ist ein Neustart des iPhone der nächste Schritt.',
    };
  },
  'sync-lock-held': (seen, amounts) => {
    const other = seen.last('computer.other-backup', ({ lock }) => lock)?.program;
    const name = other ?? seen.last('computer.program', ({ does }) => does === 'syncs')?.name;
    const held = seen.last('sync-lock.held');
    return {
      sentence: `${name ?? 'Ein anderes Programm'} gleicht mit dem iPhone ab und lässt es${
        held === undefined ? '' : ` seit ${amounts.duration(held.seconds)}`
      } nicht los.`,
      safe: NOTHING_CHANGED,
      next: `Lass es fertig werden, oder schließe ${name ?? 'den Finder, iTunes oder was sonst das Telefon verwendet'}; Thaw macht weiter, sobald das Telefon frei ist.`,
    };
  },
};
