import { PageError } from '../../../app/page-error.ts';
import type { Means } from './work.ts';

/** The folder of the backup a piece of work is about. */
export function backupOf({ backup }: Means): NonNullable<Means['backup']> {
  if (!backup) throw new PageError('page.unknown', 'no such backup');
  return backup;
}
