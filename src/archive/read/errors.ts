import { ThawError } from '../../kit/errors.ts';

export type ExtractCode =
  /** Where a folder is to be made lies a link or a file; facts: path. */
  | 'extract.in-the-way'
  /** The folder to write to lies inside the backup; facts: path. */
  | 'extract.inside-backup'
  /** A kind of content of which this backup holds nothing; facts: kind. */
  | 'extract.none';

/** What keeps contents from being brought out of a backup. */
export class ExtractError extends ThawError<ExtractCode> {}
