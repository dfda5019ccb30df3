import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { BackupView } from '../vault/backup-view.ts';
import { WireError } from '../wire/errors.ts';
import { fileIdOf } from '../wire/file-id.ts';
import { MANIFEST_DDL } from '../wire/manifest-schema.ts';
import { MbdbReader, type MbdbRecord } from '../wire/mbdb.ts';
import { encodeMbFile } from '../wire/mbfile.ts';
import { pathIn } from './backup-files.ts';
import { ArchiveError } from './errors.ts';
import { ManifestDb } from './manifest-db.ts';
import type { OpenedManifest } from './open-manifest.ts';
import { scratchFolder } from './scratch.ts';

const LIST_NAME = 'Manifest.mbdb';
const READ_BYTES = 1024 * 1024;
const TYPE_BITS = 0o170000;
/** By the type in `mode`. */
const FLAGS: ReadonlyMap<number, number> = new Map([
  [0o100000, 1],
  [0o040000, 2],
  [0o120000, 4],
]);

/**
 * The list of files of a backup before iOS 10, written out as the database that later ones have: everything else then
 * need not know the difference. A list that is cut off is read as far as it goes, and says so.
 */
export async function openMbdb(view: BackupView, signal?: AbortSignal): Promise<OpenedManifest> {
  await using opening = new AsyncDisposableStack();
  const scratch = opening.use(await scratchFolder());
  const path = join(scratch.path, 'Manifest.db');
  const damage = await writeDatabase(path, view, signal);
  const database = new ManifestDb(path, { listName: LIST_NAME, scratch });
  opening.move();
  return { database, ...(damage !== undefined && { damage }) };
}

async function writeDatabase(
  path: string,
  view: BackupView,
  signal: AbortSignal | undefined,
): Promise<string | undefined> {
  await using source = await view.open(pathIn(LIST_NAME));
  if (!source) throw new ArchiveError('archive.no-manifest', `${LIST_NAME} is missing`);
  using database = new DatabaseSync(path);
  for (const statement of MANIFEST_DDL) database.exec(statement);
  database.exec('BEGIN');
  const insert = database.prepare('INSERT OR REPLACE INTO Files VALUES (?, ?, ?, ?, ?)');
  const reader = new MbdbReader();
  try {
    for await (const piece of source.chunks(READ_BYTES)) {
      signal?.throwIfAborted();
      for (const record of reader.push(piece)) {
        const { domain, path: relativePath } = record;
        insert.run(fileIdOf(domain, relativePath), domain, relativePath, flagsOf(record), blobOf(record));
      }
    }
    reader.end();
    return undefined;
  } catch (thrown) {
    if (thrown instanceof WireError) return thrown.message;
    throw thrown;
  } finally {
    database.exec('COMMIT');
  }
}

/** 0 for what backups do not hold: it is then passed over as a row that makes no sense. */
function flagsOf({ mode }: MbdbRecord): number {
  return FLAGS.get(mode & TYPE_BITS) ?? 0;
}

/**
 * Without the hash: no description says whether it is of a file as on the phone or as stored, and to compare with the
 * wrong one would call every file of an encrypted backup damaged.
 */
function blobOf(record: MbdbRecord): Buffer {
  return encodeMbFile({
    relativePath: record.path,
    size: record.size,
    mode: record.mode,
    userId: record.userId,
    groupId: record.groupId,
    inode: record.inode,
    lastModified: record.lastModified,
    lastStatusChange: record.lastStatusChange,
    birth: record.lastStatusChange,
    protectionClass: record.protectionClass,
    flags: 0,
    ...(record.encryptionKey && { encryptionKey: record.encryptionKey }),
    ...(record.target !== undefined && { target: record.target }),
  });
}
