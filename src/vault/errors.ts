import { ThawError } from '../kit/errors.ts';

export type VaultCode =
  /** A path the phone named that does not lie inside its backup, or that no disk could hold. */
  | 'vault.path-refused'
  /** Another run works on this backup; facts: pid, host, program, since. */
  | 'vault.busy'
  /** Somewhere a folder of the vault or the backup should be lies a link or another thing; facts: path. */
  | 'vault.not-a-folder'
  /** Another program changed the backup during the run, or took the lock. */
  | 'vault.changed'
  /** A received file is not on the disk; facts: path, errno. */
  | 'vault.write-failed'
  /** Without a Status.plist nobody takes a folder for a backup. */
  | 'vault.no-status'
  /** The commit was cut after it began; the next start completes it. */
  | 'vault.commit-cut'
  | 'vault.no-generation'
  /** Our own state on the disk cannot be read; facts: path. */
  | 'vault.damaged'
  | 'destination.missing'
  | 'destination.not-a-folder'
  | 'destination.not-writable'
  | 'destination.read-only'
  /** Not even an empty file can be made. */
  | 'destination.full'
  /** The disk was taken away or unmounted. */
  | 'destination.vanished';

/** Failures of the vault and of the place it lives in. */
export class VaultError extends ThawError<VaultCode> {}

/** A failure with the code a system call would have given, for what the overlay refuses by itself. */
export function systemError(
  code: 'ENOENT' | 'EEXIST' | 'ENOTDIR' | 'EISDIR' | 'EINVAL',
  path: string,
): Error {
  return Object.assign(new Error(`${code}: '${path}'`), { code });
}
