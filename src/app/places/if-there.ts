import { ArchiveError } from '../../archive/errors.ts';
import { systemCodeOf, ThawError } from '../../kit/errors.ts';

const NOT_THERE: ReadonlySet<string | undefined> = new Set(['ENOENT', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG']);
/** By its permissions, and by what guards folders on a Mac whatever these say. */
const FORBIDDEN: ReadonlySet<string | undefined> = new Set(['EACCES', 'EPERM']);

/**
 * What a look at a folder, or at something in it, finds; undefined where nothing is. Rejects with `folder.forbidden` where
 * this user may not look, and with `archive.unreadable` where the disk fails: what cannot be read is not nothing.
 */
export async function ifThere<T>(folder: string, look: () => Promise<T>): Promise<T | undefined> {
  try {
    return await look();
  } catch (cause) {
    const errno = systemCodeOf(cause);
    if (NOT_THERE.has(errno)) return undefined;
    if (errno === undefined) throw cause;
    const why = { cause, facts: { path: folder, errno } };
    if (FORBIDDEN.has(errno))
      throw new ThawError('folder.forbidden', `${folder} may not be looked into`, why);
    throw new ArchiveError('archive.unreadable', `${folder} cannot be looked into`, why);
  }
}
