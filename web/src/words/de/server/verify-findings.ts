import type { VerifyFinding } from '../../../../../src/server/contract/events.ts';
import type { Amounts } from '../../amounts.ts';

type Finding = VerifyFinding['finding'];
type FileFinding = Extract<Finding, { readonly domain: string }>;
type BackupFinding = Exclude<Finding, FileFinding>;

/** What a check of a backup found, in one line. The English ones are in src/app/words/finding-words.ts. */
export function verifyFindingInGerman(finding: Finding, app: string | null, amounts: Amounts): string {
  return 'domain' in finding ? fileInGerman(finding, app, amounts) : backupInGerman(finding, amounts);
}

function backupInGerman(finding: BackupFinding, { size }: Amounts): string {
  switch (finding.kind) {
    case 'missing-metadata':
      return `${finding.file} fehlt oder ist leer.`;
    case 'damaged-metadata':
      return `${finding.file} lässt sich nicht verstehen.`;
    case 'unfinished':
      return `Der letzte Lauf in diesen Ordner wurde nicht fertig (Stand „${finding.state}“).`;
    case 'unknown-version':
      return `Status.plist nennt eine unbekannte Version des Formats (${finding.version}).`;
    case 'other-phone':
      return `${finding.file} gehört zu einem anderen Telefon (${finding.udid}).`;
    case 'renamed-folder':
      return `Der Ordner heißt nicht nach seinem Telefon (${finding.udid}).`;
    case 'encryption-disagrees':
      return finding.encrypted
        ? 'Laut Manifest.plist ist das Backup verschlüsselt, seine Dateiliste (Manifest.db) ist es aber nicht.'
        : 'Laut Manifest.plist ist das Backup nicht verschlüsselt, seine Dateiliste (Manifest.db) ist aber keine lesbare Datenbank.';
    case 'stale-info':
      return `Info.plist ist von iOS ${finding.info}, das Backup selbst von iOS ${finding.manifest}.`;
    case 'damaged-manifest':
      return 'Die Dateiliste ist beschädigt.';
    case 'wrong-password':
      return 'Das Passwort öffnet dieses Backup nicht.';
    case 'unreadable-place':
      return `Die Festplatte gibt ${finding.place === '' ? 'den Ordner des Backups' : finding.place} nicht heraus (${finding.errno}).`;
    case 'vanished':
      return 'Die Festplatte verschwand, während sie gelesen wurde.';
    case 'symlink':
      return `${finding.place} verweist an einen anderen Ort.`;
    case 'stale-snapshot':
      return 'Von einem abgerissenen Lauf ist ein Ordner „Snapshot“ übrig.';
    case 'leftover-wal':
      return `Neben der Dateiliste liegt ein Änderungsprotokoll (Manifest.db-wal, ${size(finding.bytes)}): Ein Programm hat sie geöffnet, um sie zu ändern.`;
    case 'orphan':
      return `${finding.fileId} steht in keiner Liste.`;
  }
}

function fileInGerman(finding: FileFinding, app: string | null, { number, size }: Amounts): string {
  const file = `${finding.domain} ${finding.path}${app === null ? '' : ` (${app})`}`;
  switch (finding.kind) {
    case 'missing':
      return `Fehlt: ${file}.`;
    case 'truncated':
      return `Abgeschnitten: ${file}: ${number(finding.found)} von ${number(finding.expected)} Byte.`;
    case 'wrong-size':
      return `Zu lang: ${file}: ${number(finding.found)} statt ${number(finding.expected)} Byte.`;
    case 'unreadable':
      return `Gibt die Festplatte nicht heraus: ${file} (${finding.errno}).`;
    case 'linked':
      return `Ein Verweis liegt an der Stelle von ${file}.`;
    case 'unreadable-row':
      return `Der Eintrag von ${file} ergibt keinen Sinn.`;
    case 'undecryptable':
      return finding.reason === 'key'
        ? `Kein Schlüssel dieses Backups öffnet ${file}.`
        : `Lässt sich nicht bis zum Ende entschlüsseln: ${file}.`;
    case 'digest-mismatch':
      return `Seit der Sicherung verändert: ${file}.`;
    case 'damaged-database':
      return `Eine beschädigte Datenbank: ${file}.`;
    case 'damaged-plist':
      return `Eine beschädigte Property List: ${file}.`;
    case 'unopened':
      return finding.form === 'database'
        ? `Nicht geöffnet: ${file}: Für eine Datenbank von ${size(finding.bytes)} ist im Ordner für Zwischendateien zu wenig Platz.`
        : `Nicht geöffnet: ${file}: ${size(finding.bytes)} sind zu viel für eine Property List.`;
  }
}
