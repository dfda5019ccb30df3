import { ThawError } from '../kit/errors.ts';

export type ArchiveCode =
  /** Neither Manifest.db nor Manifest.mbdb: no list of files; facts: path. */
  | 'archive.no-manifest'
  /** A file of the backup itself cannot be used; facts: file, reason. */
  | 'archive.damaged'
  /** An app's database lacks what its every known version has; facts: file, reason. */
  | 'archive.unknown-form'
  /** The backup is encrypted, and no password was given. */
  | 'archive.password-needed'
  | 'archive.wrong-password'
  /** The manifest names a file that is not in the backup; facts: domain, path. */
  | 'archive.file-missing'
  /** A file is shorter than the manifest says; facts: domain, path, expected, found. Thrown after what is there. */
  | 'archive.file-cut'
  /** A file does not open with its key, or its end does not fit; facts: domain, path. */
  | 'archive.undecryptable'
  /** The disk does not give a file back; facts: domain, path, errno. */
  | 'archive.unreadable';

/** A backup, or a file in it, that cannot be read as it is. */
export class ArchiveError extends ThawError<ArchiveCode> {}
