import type { BackupView } from '../vault/backup-view.ts';
import { pathIn } from './backup-files.ts';
import { ManifestDb } from './manifest-db.ts';
import { openMbdb } from './manifest-mbdb.ts';

/** A list of files; `damage`: why it is not all there, though what was read of it can be used. */
export interface OpenedManifest {
  readonly database: ManifestDb;
  readonly damage?: string;
}

/**
 * Opens a backup's list of files: Manifest.db, or before iOS 10 Manifest.mbdb. `key` is that of an encrypted Manifest.db.
 * Rejects with `archive.no-manifest` when there is neither.
 */
export async function openManifest(
  view: BackupView,
  key: Uint8Array | undefined,
  signal?: AbortSignal,
): Promise<OpenedManifest> {
  const isOld =
    (await view.stat(pathIn('Manifest.db'))) === undefined &&
    (await view.stat(pathIn('Manifest.mbdb'))) !== undefined;
  return isOld ? await openMbdb(view, signal) : { database: await ManifestDb.open(view, key, signal) };
}
