import { VaultError } from './errors.ts';

declare const brand: unique symbol;

/** A checked path inside one backup: `Snapshot/ab/ab12…`, `Status.plist`; '' is the backup's folder itself. */
export type BackupPath = string & { readonly [brand]: true };

const MAX_PART_BYTES = 255;
const MAX_PATH_BYTES = 1024;
/** What Windows and FAT cannot hold. The phone's own names are hex or plain, so nothing real is lost. */
const FORBIDDEN = /[\p{Cc}<>:"|?*\\]|[. ]$/u;
const RESERVED = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/i;

/** The phone's own names for files, `ab/ab12…` with or without `Snapshot/`: nearly all there are, and never wrong. */
const PHONE_NAME = /^(?:Snapshot\/)?[0-9a-f]{2}\/[0-9a-f]{40}$/;
const FILE_NAME_CHARACTERS = 43;

/**
 * The path inside the backup that `raw` means. The phone names paths below the backup root, beginning with the
 * backup's folder (its UDID). Throws `vault.path-refused` for everything that is not plainly below that folder.
 */
export function backupPath(raw: string, folder: string): BackupPath {
  if (raw === folder) return ROOT;
  if (!raw.startsWith(`${folder}/`)) throw refused(raw, 'outside the backup');
  const path = raw.slice(folder.length + 1);
  if (PHONE_NAME.test(path)) return checked(path);
  if (Buffer.byteLength(raw) > MAX_PATH_BYTES) throw refused(raw, 'too long');
  for (const part of path.split('/')) {
    const reason = refusal(part);
    if (reason) throw refused(raw, reason);
  }
  return checked(path);
}

/** The `ab/ab12…` of a path that is one of the phone's own names for files. */
export function fileNameOf(path: string): string | undefined {
  return PHONE_NAME.test(path) ? path.slice(-FILE_NAME_CHARACTERS) : undefined;
}

/** The backup's folder itself. */
export const ROOT: BackupPath = checked('');

/** `path` continued by one name that a disk gave us. */
export function childPath(path: BackupPath, name: string): BackupPath {
  return checked(path === '' ? name : `${path}/${name}`);
}

/** The last name of a path. */
export function nameOf(path: BackupPath): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The folder a path is in. */
export function parentPath(path: BackupPath): BackupPath {
  return checked(path.slice(0, Math.max(0, path.lastIndexOf('/'))));
}

/** The names a path is made of; none for the folder itself. */
export function partsOf(path: BackupPath): string[] {
  return path === '' ? [] : path.split('/');
}

function refusal(part: string): string | undefined {
  if (part === '') return 'empty name';
  if (part === '.' || part === '..') return 'relative';
  if (Buffer.byteLength(part) > MAX_PART_BYTES) return 'name too long';
  if (FORBIDDEN.test(part) || RESERVED.test(part)) return 'name no disk takes';
  return undefined;
}

function refused(raw: string, reason: string): VaultError {
  return new VaultError(
    'vault.path-refused',
    `path refused, ${reason}: ${JSON.stringify(raw.slice(0, 200))}`,
    {
      facts: { reason },
    },
  );
}

function checked(path: string): BackupPath {
  if (!isChecked(path)) throw refused(path, 'NUL');
  return path;
}

/** The brand of what the callers above have checked. */
function isChecked(path: string): path is BackupPath {
  return !path.includes('\0');
}
