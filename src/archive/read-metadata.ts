import { messageOf, systemCodeOf } from '../kit/errors.ts';
import type { BackupView } from '../vault/backup-view.ts';
import { readSmall } from './backup-files.ts';
import type { MetadataFile } from './finding.ts';

/** What came of reading one of the small files that describe a backup. */
export type ReadMetadata<T> =
  | { readonly state: 'read'; readonly value: T }
  /** Not there, or of no length. */
  | { readonly state: 'missing' }
  /** `errno`: it is the disk that does not give it. */
  | { readonly state: 'damaged'; readonly reason: string; readonly errno?: string };

/** Reads and parses a metadata file; never rejects. */
export async function readMetadata<T>(
  view: BackupView,
  file: MetadataFile,
  parse: (bytes: Buffer) => T,
): Promise<ReadMetadata<T>> {
  try {
    const bytes = await readSmall(view, file);
    if (!bytes || bytes.length === 0) return { state: 'missing' };
    return { state: 'read', value: parse(bytes) };
  } catch (thrown) {
    const errno = systemCodeOf(thrown);
    return { state: 'damaged', reason: messageOf(thrown), ...(errno !== undefined && { errno }) };
  }
}
