/** A file of the phone: its name in the backup, and where it was on the phone. */
export interface PhoneFile {
  readonly fileId: string;
  readonly domain: string;
  readonly path: string;
}

export type MetadataFile = 'Info.plist' | 'Status.plist' | 'Manifest.plist' | 'Manifest.db' | 'Manifest.mbdb';

/** One thing that is wrong with a backup as a whole. `place` is a path inside its folder. */
export type BackupFinding =
  | { readonly kind: 'missing-metadata'; readonly file: MetadataFile }
  | { readonly kind: 'damaged-metadata'; readonly file: MetadataFile; readonly reason: string }
  | { readonly kind: 'unfinished'; readonly state: string }
  /** Status.plist of a layout that no iOS we know reads. */
  | { readonly kind: 'unknown-version'; readonly version: string }
  /** All its files are of one phone, whose name the folder does not bear: somebody renamed or copied it. */
  | { readonly kind: 'renamed-folder'; readonly udid: string }
  | { readonly kind: 'other-phone'; readonly file: MetadataFile; readonly udid: string }
  /** Manifest.plist says encrypted and the list of files is not, or the reverse: parts of two backups. */
  | { readonly kind: 'encryption-disagrees'; readonly encrypted: boolean }
  /** Info.plist is of another iOS than the backup: the computer writes it before a run that then did not come far. */
  | { readonly kind: 'stale-info'; readonly info: string; readonly manifest: string }
  | { readonly kind: 'damaged-manifest'; readonly reason: string }
  | { readonly kind: 'wrong-password' }
  /** A folder of the backup, or metadata, that the disk or its permissions keep back. */
  | { readonly kind: 'unreadable-place'; readonly place: string; readonly errno: string }
  /** The drive went away while it was read. */
  | { readonly kind: 'vanished' }
  /** A link where a folder or nothing should be. */
  | { readonly kind: 'symlink'; readonly place: string }
  | { readonly kind: 'stale-snapshot' }
  | { readonly kind: 'leftover-wal'; readonly bytes: number }
  | { readonly kind: 'orphan'; readonly fileId: string };

/** One thing that is wrong with one file of the phone. */
export type FileFinding = PhoneFile &
  (
    | { readonly kind: 'missing' }
    | { readonly kind: 'truncated'; readonly expected: number; readonly found: number }
    | { readonly kind: 'wrong-size'; readonly expected: number; readonly found: number }
    | { readonly kind: 'unreadable'; readonly errno: string }
    /** A link in the place of the file: never followed. */
    | { readonly kind: 'linked' }
    /** What the manifest says of it makes no sense. */
    | { readonly kind: 'unreadable-row' }
    | { readonly kind: 'undecryptable'; readonly reason: 'key' | 'padding' }
    | { readonly kind: 'digest-mismatch' }
    | { readonly kind: 'damaged-database'; readonly reason: string }
    | { readonly kind: 'damaged-plist'; readonly reason: string }
    /** Whole as far as its bytes tell; whether it opens was not tried, for want of room or because of its size. */
    | { readonly kind: 'unopened'; readonly form: 'database' | 'plist'; readonly bytes: number }
  );

export type Finding = BackupFinding | FileFinding;

const HARMLESS: ReadonlySet<Finding['kind']> = new Set([
  // It takes room; the phone clears it away in its next run.
  'orphan',
  'stale-snapshot',
  // Neither the phone nor Thaw looks at it.
  'leftover-wal',
  // The phone goes by its own files.
  'stale-info',
  // The phone is never told the folder's name.
  'renamed-folder',
  'unopened',
]);

export function isFileFinding(finding: Finding): finding is FileFinding {
  return 'domain' in finding;
}

/** True for what is worth knowing, but keeps nothing from being restored. */
export function isHarmless(finding: Finding): boolean {
  return HARMLESS.has(finding.kind);
}
