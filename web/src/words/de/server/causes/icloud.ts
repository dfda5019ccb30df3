import { CLOUD_SAFE, NOTHING_CHANGED } from '../safe.ts';
import type { Told } from './told.ts';

const NOT_AGAIN = `${CLOUD_SAFE} Was schon in iCloud ist, wird nicht noch einmal gesendet.`;

/** The phone's own backup to iCloud. */
export const icloudCauses: Told = {
  'icloud-account': () => ({
    sentence:
      'iCloud lässt dieses iPhone nicht ein: es will neu wissen, wer es ist, oder niemand ist angemeldet.',
    safe: CLOUD_SAFE,
    next: 'Öffne auf dem iPhone die Einstellungen; eine Zeile unter deinem Namen sagt, was es will. Tu es dort und nirgends sonst: Thaw fragt nie nach etwas von deinem Account.',
  }),
  'icloud-full': (seen) => ({
    sentence: 'In iCloud ist für das Backup dieses iPhone kein Platz mehr.',
    safe: CLOUD_SAFE,
    next: seen.has('cloud.put-off')
      ? 'Mach Platz in iCloud und tippe dann auf „Backup jetzt erstellen“: nach solchen Fehlschlägen wartet das iPhone von sich aus immer länger.'
      : 'Mach Platz in iCloud, oder sichere auf diesen Computer: das braucht kein iCloud.',
  }),
  'icloud-helper-died': (seen) => {
    const ended = seen.last('cloud.helper-ended');
    return {
      sentence:
        ended === undefined
          ? 'Ein Teil von iOS, den das iCloud-Backup braucht, arbeitet nicht mehr.'
          : ended.what === 'memory-kill'
            ? `Das iPhone hat ${ended.process}, der das iCloud-Backup macht, wegen seines Arbeitsspeichers beendet.`
            : `${ended.process}, ein Teil von iOS, den das iCloud-Backup braucht, ist abgestürzt.`,
      safe: CLOUD_SAFE,
      next: 'Starte das iPhone neu: dann starten diese Teile frisch. Kommt es wieder, installiere das neueste iOS.',
    };
  },
  'icloud-keys-missing': () => ({
    sentence: 'Das iCloud-Backup bekommt die Schlüssel einiger Dateien nicht.',
    safe: CLOUD_SAFE,
    next: 'Entsperre das iPhone einmal, während es im WLAN lädt, und lass es noch einmal versuchen. Hilft das nicht, muss seine Kette von iCloud-Backups neu beginnen.',
  }),
  'icloud-missing-file': (seen) => {
    const app = seen.last('cloud.failed', (failed) => failed.app !== undefined)?.app;
    return {
      sentence: `Das iCloud-Backup scheitert an einer Datei, die ${app === undefined ? 'eine App' : `die App ${app}`} aufführt und die es nicht gibt.`,
      safe: CLOUD_SAFE,
      next: `Öffne ${app ?? 'diese App'} auf dem iPhone und lass sie fertig machen, was sie tut; scheitert es wieder, sichere deine Sachen daraus, lösche sie und installiere sie neu. Ein Backup auf diesen Computer nennt solche Dateien und macht ohne sie weiter.`,
    };
  },
  'icloud-network': () => ({
    sentence: 'Über dieses WLAN erreicht das iPhone iCloud nicht gut genug, um sein Backup fertig zu machen.',
    safe: NOT_AGAIN,
    next: 'Versuche ein anderes WLAN, ohne VPN oder Werbefilter, nahe am Router. Ein Backup auf diesen Computer braucht kein Internet.',
  }),
  'icloud-off': (seen) => {
    const days = seen.last('cloud.off')?.lastBackupDaysAgo;
    return {
      sentence: `Das iCloud-Backup ist auf diesem iPhone ausgeschaltet${
        days === undefined ? ', und es wurde nie eines fertig' : `; das letzte ist ${days} Tage alt`
      }.`,
      safe: NOTHING_CHANGED,
      next: 'Mach ein Backup auf diesen Computer, oder schalte es ein: Einstellungen › dein Name › iCloud › iCloud-Backup.',
    };
  },
  'icloud-phone-full': () => ({
    sentence:
      'Das iPhone selbst ist für sein iCloud-Backup zu voll: während der Arbeit braucht es etwas Platz.',
    safe: CLOUD_SAFE,
    next: 'Mach auf dem iPhone ein, zwei Gigabyte frei: Einstellungen › Allgemein › iPhone-Speicher zeigt, was den Platz belegt.',
  }),
  'icloud-put-off': (seen) => ({
    sentence: `Das iPhone hat sein iCloud-Backup selbst verschoben${
      seen.has('phone.low-power-changed')
        ? '; der Stromsparmodus wurde umgeschaltet'
        : ', wegen anderer Arbeit'
    }.`,
    safe: CLOUD_SAFE,
    next: 'Schalte den Stromsparmodus aus, und lass das iPhone gesperrt und am Ladegerät im WLAN liegen: mit dem Backup ist alles in Ordnung.',
  }),
  'icloud-restoring': () => ({
    sentence: 'Das iPhone holt noch Apps und Daten aus iCloud zurück und macht vorher kein Backup.',
    safe: NOTHING_CHANGED,
    next: 'Lass es im WLAN laden, bis es fertig ist; das kann Tage dauern. Eine App, die nie zurückkommt, kann man löschen, um das Warten zu beenden.',
  }),
  'icloud-server': () => ({
    sentence: 'Apples Server weisen das Backup gerade ab: sie sind überlastet oder gestört.',
    safe: CLOUD_SAFE,
    next: 'Hier gibt es nichts zu richten. Das iPhone versucht es von selbst wieder; lass es im WLAN laden.',
  }),
  'icloud-tls-refused': () => ({
    sentence:
      'Die geschützte Verbindung vom iPhone zu iCloud wird abgelehnt: unterwegs liest etwas mit, oder das Datum des iPhone ist falsch.',
    safe: CLOUD_SAFE,
    next: 'Schalte VPN und Sicherheitssoftware im Netz oder auf dem iPhone aus, oder nimm ein anderes WLAN; in Firmen und Schulen kommt das oft vor.',
  }),
  'icloud-waits': (seen) => {
    const now = seen.last('cloud.conditions');
    const missing = now
      ? [
          ...(now.power ? [] : ['das Ladegerät']),
          ...(now.wifi ? [] : ['das WLAN']),
          ...(now.locked ? [] : ['die Bildschirmsperre']),
        ]
      : [];
    const does = now?.stopped
      ? 'Das iPhone hat sein iCloud-Backup vorerst angehalten'
      : 'Das iPhone wartet mit seinem iCloud-Backup';
    return {
      sentence: `${does}: ${missing.length === 0 ? 'es braucht Ladegerät, WLAN und einen gesperrten Bildschirm' : `es fehlt: ${missing.join(', ')}`}.`,
      safe: NOT_AGAIN,
      next: 'Lass es gesperrt und am Ladegerät im WLAN liegen; es macht von selbst weiter.',
    };
  },
};
