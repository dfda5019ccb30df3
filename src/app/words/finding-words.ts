import { type FileFinding, type Finding, isFileFinding, isHarmless } from '../../archive/finding.ts';
import { appOfDomain } from '../../archive/read/apps.ts';
import { count, sizeInWords } from '../../kit/amounts.ts';

/** What a finding is, in one line. */
export function findingInWords(finding: Finding): string {
  if (isFileFinding(finding)) return fileInWords(finding);
  switch (finding.kind) {
    case 'missing-metadata':
      return `${finding.file} is missing or empty.`;
    case 'damaged-metadata':
      return `${finding.file} cannot be understood (${finding.reason}).`;
    case 'unfinished':
      return `The last run into this folder did not finish (state “${finding.state}”).`;
    case 'unknown-version':
      return `Status.plist names a version of the format that is not known (${finding.version}).`;
    case 'other-phone':
      return `${finding.file} is of another phone (${finding.udid}).`;
    case 'renamed-folder':
      return `The folder does not bear the number of its phone (${finding.udid}).`;
    case 'encryption-disagrees':
      return finding.encrypted
        ? 'Manifest.plist says the backup is encrypted, but its list of files (Manifest.db) is not.'
        : 'Manifest.plist says the backup is not encrypted, but its list of files (Manifest.db) is no readable database.';
    case 'stale-info':
      return `Info.plist is of iOS ${finding.info}, the backup itself of iOS ${finding.manifest}.`;
    case 'damaged-manifest':
      return `The list of files is damaged: ${finding.reason}.`;
    case 'wrong-password':
      return 'The password does not open this backup.';
    case 'unreadable-place':
      return `The disk does not give back ${finding.place === '' ? 'the backup’s folder' : finding.place} (${finding.errno}).`;
    case 'vanished':
      return 'The disk went away while it was read.';
    case 'symlink':
      return `${finding.place} is a link to another place.`;
    case 'stale-snapshot':
      return 'A folder “Snapshot” is left of a run that was cut.';
    case 'leftover-wal':
      return `A log of changes (Manifest.db-wal, ${count(finding.bytes, 'byte')}) lies beside the list of files: some program opened it to change it.`;
    case 'orphan':
      return `${finding.fileId} is in no list.`;
  }
}

function fileInWords(finding: FileFinding): string {
  const file = `${finding.domain} ${finding.path} (${appOfDomain(finding.domain).name})`;
  switch (finding.kind) {
    case 'missing':
      return `Missing: ${file}.`;
    case 'truncated':
      return `Cut off: ${file}: ${finding.found} of ${finding.expected} bytes.`;
    case 'wrong-size':
      return `Too long: ${file}: ${finding.found} instead of ${finding.expected} bytes.`;
    case 'unreadable':
      return `Not given back by the disk: ${file} (${finding.errno}).`;
    case 'linked':
      return `A link in the place of ${file}.`;
    case 'unreadable-row':
      return `The entry of ${file} makes no sense.`;
    case 'undecryptable':
      return finding.reason === 'key'
        ? `No key of this backup opens ${file}.`
        : `Does not decrypt to its end: ${file}.`;
    case 'digest-mismatch':
      return `Changed since it was made: ${file}.`;
    case 'damaged-database':
      return `A damaged database: ${file}: ${finding.reason}.`;
    case 'damaged-plist':
      return `A damaged property list: ${file}: ${finding.reason}.`;
    case 'unopened':
      return finding.form === 'database'
        ? `Not opened: ${file}: the folder for temporary files has too little room for a database of ${sizeInWords(finding.bytes)}.`
        : `Not opened: ${file}: ${sizeInWords(finding.bytes)} are too much for a property list.`;
  }
}

const REFUSED = 'The phone refuses to restore this backup as it is.';
const ONE_FILE = 'A restore fails at this file, or brings it back damaged; the others are not affected.';
const ON_THE_PHONE =
  'It is restored as it is here, and its app may not open it. It may have been so on the phone already.';

const MEANINGS: Readonly<Record<Finding['kind'], string>> = {
  'missing-metadata': `${REFUSED} “thaw repair” may rebuild it.`,
  'damaged-metadata': `${REFUSED} “thaw repair” may rebuild it.`,
  unfinished: 'Most programs refuse to restore it. Back up again to finish it, or see “thaw repair”.',
  'unknown-version': 'An iPhone may refuse to restore it.',
  'other-phone': 'Parts of two backups are mixed: a restore may fail or bring back the wrong data.',
  'renamed-folder': 'Thaw can restore it; other programs find it once the folder is called by that number.',
  'encryption-disagrees': `${REFUSED} Parts of two backups are mixed.`,
  'stale-info': 'A restore is not affected: a later run began and did not come far.',
  'damaged-manifest': `${REFUSED} “thaw repair” may recover the list.`,
  'wrong-password': 'Without its password nothing of this backup can be restored.',
  'unreadable-place':
    'What lies there cannot be restored. Copy what can still be read to another disk soon, and see who may read the folder.',
  vanished: 'Nothing can be said of the rest. Connect the disk again and repeat.',
  symlink: 'Links do not belong into a backup: Thaw does not follow them, other programs may.',
  'stale-snapshot': 'A restore is not affected. The next backup clears it away.',
  'leftover-wal': 'The phone does not look at it, other programs do. “thaw repair” puts it away.',
  orphan: 'A restore is not affected. The next backup clears it away.',
  missing: 'The phone may refuse the whole backup because of it; “thaw repair” can take it off the list.',
  truncated: ONE_FILE,
  'wrong-size': ONE_FILE,
  unreadable: ONE_FILE,
  linked: 'Links are not followed: a restore treats the file as missing.',
  'unreadable-row': 'The phone may refuse the whole backup because of it.',
  undecryptable: ONE_FILE,
  'digest-mismatch': ONE_FILE,
  'damaged-database': ON_THE_PHONE,
  'damaged-plist': ON_THE_PHONE,
  unopened:
    'All its bytes were read and are in order; only whether it opens was not tried. For databases, set TMPDIR to a folder on a disk with more room (on Windows TEMP).',
};

/** What a kind of finding means for a restore. */
export function meaningOf(kind: Finding['kind']): string {
  return MEANINGS[kind];
}

/** A finding with all a reader of JSON may want to know: whose it is, what it is, what it means, and whether it matters. */
export function describedFinding(finding: Finding): Finding & {
  readonly app?: string;
  readonly harmless: boolean;
  readonly text: string;
  readonly meaning: string;
} {
  return {
    ...finding,
    ...(isFileFinding(finding) && { app: appOfDomain(finding.domain).name }),
    harmless: isHarmless(finding),
    text: findingInWords(finding),
    meaning: meaningOf(finding.kind),
  };
}
