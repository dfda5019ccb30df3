import type { EvidenceKind } from '../../../../../../src/kit/evidence.ts';
import type { Clauses } from './clauses.ts';

type ComputerKind = Extract<
  EvidenceKind,
  | `destination.${string}`
  | `computer.${string}`
  | `manifest.${string}`
  | `backup.${string}`
  | `version.${string}`
>;

const POISON = {
  'empty-plist': 'eine leere Datei',
  'snapshot-left': 'eine halbe Kopie',
  'write-ahead-log': 'eine nicht geschlossene Datenbank',
  unfinished: 'das Zeichen eines unfertigen Laufs',
  'manifest-missing': 'eine Lücke, wo eine Datei hingehört',
} as const;
const PROGRAMS = {
  syncs: 'gleicht mit iPhones ab',
  intercepts: 'sieht in geschützte Verbindungen hinein',
  starves: 'braucht das meiste von diesem Computer',
  takes: 'kann diesem Computer ein iPhone wegnehmen',
} as const;
const SERVICE = {
  missing: 'war nicht installiert',
  stopped: 'lief nicht',
  disabled: 'war ausgeschaltet',
  idle: 'wartete auf ein Telefon',
  running: 'lief',
} as const;
const GUARDS = {
  'full-disk-access': 'macOS lässt nur Apps mit Festplattenvollzugriff in den Ordner',
  'files-and-folders': 'macOS fragt, bevor eine App den Ordner verwenden darf',
  'removable-volumes': 'macOS fragt, bevor eine App externe Laufwerke verwenden darf',
  'controlled-folder-access': 'der überwachte Ordnerzugriff von Windows bewacht den Ordner',
} as const;

export const computerClauses: Clauses<ComputerKind> = {
  'destination.slow': ({ milliseconds }, { duration }) =>
    `ein kleiner Schreibvorgang auf die Festplatte dauerte ${duration(milliseconds / 1000)}`,
  'destination.lost': ({ code }) => `die Festplatte antwortete nicht mehr (${code})`,
  'destination.space': ({ freeBytes }, { size }) => `auf der Festplatte waren ${size(freeBytes)} frei`,
  'destination.write-failed': ({ code }) => `ein Schreibvorgang auf die Festplatte misslang (${code})`,
  'destination.poisoned': ({ what, file }) => `im Backup-Ordner liegt ${POISON[what]} (${file})`,
  'destination.in-use': ({ program }) => `${program} arbeitete im Backup-Ordner`,
  'destination.limits': ({ fileSystem, maxFileBytes }, { size }) =>
    `das Format der Festplatte (${fileSystem}) nimmt keine Datei über ${size(maxFileBytes)} auf`,
  'destination.unmounted': () => 'die Festplatte oder Freigabe des Ordners war nicht verbunden',
  'destination.refused': ({ code }) => `das System erlaubte nicht, dort zu schreiben (${code})`,
  'destination.guarded': ({ by }) => GUARDS[by],
  'destination.files-left': ({ freeFiles }, { number }) =>
    `auf die Festplatte passten nur noch ${number(freeFiles)} Dateien`,
  'destination.short': ({ freeBytes, neededBytes }, { size }) =>
    `das Backup braucht ${size(neededBytes)}, und ${size(freeBytes)} waren frei`,
  'computer.busy': ({ delayMilliseconds }, { duration }) =>
    `dieser Computer ließ Thaw ${duration(delayMilliseconds / 1000)} warten`,
  'computer.slept': ({ seconds }, { duration }) => `dieser Computer schlief ${duration(seconds)}`,
  'computer.power': ({ onMains, percent }) =>
    onMains
      ? 'dieser Computer war am Strom'
      : `dieser Computer lief mit Akku${percent === undefined ? '' : ` (${percent} %)`}`,
  'computer.memory': ({ availableBytes, totalBytes }, { size }) =>
    `${size(availableBytes)} von ${size(totalBytes)} Arbeitsspeicher waren frei`,
  'computer.phone-service': ({ name, state, rival }) =>
    `${name} ${SERVICE[state]}${rival === undefined ? '' : `, neben ${rival}`}`,
  'computer.driver': ({ problem }) =>
    problem === 0
      ? 'Windows hatte keinen Treiber von Apple für das iPhone'
      : `Apples Treiber für das iPhone arbeitete nicht (Code ${problem})`,
  'computer.update-asked': ({ program }) => `${program} wollte für dieses iPhone Software installieren`,
  'computer.other-backup': ({ program }) => `${program} arbeitete an einem Backup dieses iPhone`,
  'computer.program': ({ name, does }) => `${name} lief; das ${PROGRAMS[does]}`,
  'computer.mux-blind': () => 'ein iPhone war angesteckt, das usbmuxd nicht aufführte',
  'manifest.large': ({ bytes }, { size }) => `die Dateiliste des früheren Backups ist ${size(bytes)} groß`,
  'manifest.damaged': ({ reason }) => `die Dateiliste des früheren Backups ist beschädigt (${reason})`,
  'backup.other-phone': ({ file }) => `${file} im Ordner gehört zu einem anderen Telefon`,
  'version.known-bad': ({ what, version }) =>
    `von ${what} ${version} ist bekannt, dass damit Backups misslingen`,
};
