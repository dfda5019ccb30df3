import { EARLIER_SAFE_GERMAN, KEPT, NOTHING_CHANGED } from '../safe.ts';
import type { Told } from './told.ts';

const ELSEWHERE = 'wähle einen anderen Ordner';

/** The place backups are kept in. */
export const destinationCauses: Told = {
  'destination-failing': (seen) => {
    const code = seen.last('destination.write-failed')?.code ?? seen.last('destination.lost')?.code;
    return {
      sentence: `Die Festplatte, auf die das Backup kommt, nimmt nicht an, was geschrieben wird${code === undefined ? '' : ` (${code})`}; vielleicht geht sie kaputt.`,
      safe: EARLIER_SAFE_GERMAN,
      next: 'Wähle eine andere Festplatte, und lass diese prüfen.',
    };
  },
  'destination-forbidden': () => ({
    sentence: 'Dieser Benutzer darf in den Ordner für das Backup nicht schreiben.',
    safe: NOTHING_CHANGED,
    next: `Lass es dir erlauben, oder ${ELSEWHERE}. Auf dem Mac: Systemeinstellungen › Datenschutz & Sicherheit › Festplattenvollzugriff.`,
  }),
  'destination-full': (seen, amounts) => {
    const short = seen.last('destination.short');
    const asked = seen.last('space.wanted');
    const failed = seen.last('attempt.failed', ({ wantedBytes }) => wantedBytes !== undefined);
    const free =
      short?.freeBytes ?? asked?.freeBytes ?? failed?.freeBytes ?? seen.last('destination.space')?.freeBytes;
    const missing =
      short !== undefined
        ? short.neededBytes - short.freeBytes
        : (asked?.wantedBytes ?? failed?.wantedBytes ?? seen.last('log.wants-space')?.missingBytes);
    const figures = [
      ...(free === undefined ? [] : [`${amounts.size(free)} sind frei`]),
      ...(missing === undefined ? [] : [`${amounts.size(missing)} fehlen noch`]),
    ];
    return {
      sentence: `Auf der Festplatte ist für dieses Backup nicht genug Platz${figures.length > 0 ? `: ${figures.join(', ')}` : ''}.`,
      safe: KEPT,
      next: `Mach dort ${missing === undefined ? 'Platz' : `mindestens ${amounts.size(missing)} frei`}, oder wähle eine andere Festplatte.`,
    };
  },
  'destination-missing': (seen) => ({
    sentence: seen.has('destination.unmounted', ({ mountPoint }) => mountPoint)
      ? 'Der Ordner für das Backup ist leer, weil seine Festplatte oder Freigabe nicht verbunden ist.'
      : 'Den Ordner für das Backup gibt es nicht; liegt er auf einer anderen Festplatte oder im Netz, ist die nicht verbunden.',
    safe: NOTHING_CHANGED,
    next: `Verbinde die Festplatte oder Freigabe, oder ${ELSEWHERE}.`,
  }),
  'destination-out-of-files': () => ({
    sentence:
      'Die Festplatte hat Platz, kann aber keine weiteren Dateien aufnehmen: ihre Dateitabelle ist voll.',
    safe: KEPT,
    next: 'Lösche dort, was aus vielen kleinen Dateien besteht, oder wähle eine andere Festplatte.',
  }),
  'destination-read-only': () => ({
    sentence: 'Die Festplatte, auf die das Backup kommt, lässt sich nur lesen, nicht beschreiben.',
    safe: EARLIER_SAFE_GERMAN,
    next: 'Prüfe sie auf Fehler und verbinde sie neu, oder wähle eine andere.',
  }),
  'destination-slow': (seen, amounts) => {
    const slow = seen
      .all('destination.slow')
      .reduce((most, { milliseconds }) => Math.max(most, milliseconds), 0);
    return {
      sentence: `Die Festplatte, auf die das Backup kommt, bremst${
        slow === 0 ? '' : `: für einen kleinen Schreibvorgang braucht sie ${amounts.duration(slow / 1000)}`
      }; das iPhone wartet auf sie.`,
      safe: KEPT,
      next: 'Thaw macht in ihrem Tempo weiter. Schneller ist eine Festplatte dieses Computers, oder ein anderer Anschluss für die externe.',
    };
  },
  'destination-vanished': () => ({
    sentence: 'Die Festplatte, auf die das Backup kommt, ist nicht mehr da.',
    safe: 'Was darauf ist, ist, wie es war; dein früheres Backup ist unberührt.',
    next: 'Verbinde die Festplatte oder Freigabe wieder; Thaw macht dort weiter, wo es war.',
  }),
  'fat-limit': (seen) => {
    const format = seen.last('destination.limits')?.fileSystem;
    const named = format === undefined ? '' : ` (${format})`;
    const failed = seen.has('destination.write-failed') || seen.has('attempt.failed');
    return {
      sentence: `Das Format der Festplatte${named} nimmt keine Datei über 4 GB auf, ${failed ? 'und das iPhone hat so eine' : 'zum Beispiel ein langes Video'}.`,
      safe: KEPT,
      next: 'Wähle eine andere Festplatte, oder formatiere diese als exFAT (das löscht sie).',
    };
  },
  'folder-guarded': (seen) => {
    const guard = seen.last('destination.guarded');
    const whom = guard?.program ?? 'der App, aus der Thaw gestartet wurde';
    return {
      sentence: `${guard?.by === 'controlled-folder-access' ? 'Windows' : 'macOS'} bewacht den Ordner für das Backup und hat Thaw nicht hineingelassen; an den Rechten liegt es nicht.`,
      safe: NOTHING_CHANGED,
      next: `${GUARDS[guard?.by ?? 'full-disk-access']}: erlaube es ${whom}, öffne sie neu und starte Thaw wieder. Oder ${ELSEWHERE}.`,
    };
  },
  'poisoned-destination': (seen) => {
    const left = seen.last('destination.poisoned');
    return {
      sentence: `Im Backup-Ordner liegen Reste eines Laufs, der nicht fertig wurde${
        left === undefined ? '' : ` (${LEFT[left.what]}: ${left.file})`
      }, und das iPhone baut nicht darauf auf.`,
      safe: 'Nichts wird gelöscht: Thaw legt den Ordner beiseite, bis ein neues Backup geprüft ist.',
      next: 'Thaw beginnt daneben ein frisches Backup. Du musst nichts tun.',
    };
  },
  'wrong-phone-folder': (seen) => {
    const file = seen.last('backup.other-phone')?.file;
    return {
      sentence: `Im Ordner für dieses iPhone liegt das Backup eines anderen Telefons${file === undefined ? '' : ` (so sagt es ${file})`}.`,
      safe: NOTHING_CHANGED,
      next: 'Wähle einen anderen Ordner.',
    };
  },
};

const GUARDS = {
  'full-disk-access': 'Systemeinstellungen › Datenschutz & Sicherheit › Festplattenvollzugriff',
  'files-and-folders': 'Systemeinstellungen › Datenschutz & Sicherheit › Dateien & Ordner',
  'removable-volumes': 'Systemeinstellungen › Datenschutz & Sicherheit › Dateien & Ordner › Wechselmedien',
  'controlled-folder-access':
    'Windows-Sicherheit › Viren- & Bedrohungsschutz › Ransomware-Schutz › App durch überwachten Ordnerzugriff zulassen',
} as const;

const LEFT = {
  'empty-plist': 'eine leere Datei',
  'snapshot-left': 'eine halbe Kopie',
  'write-ahead-log': 'eine nicht geschlossene Datenbank',
  unfinished: 'ein als unfertig markiertes Backup',
  'manifest-missing': 'eine fehlende Datei',
} as const;
