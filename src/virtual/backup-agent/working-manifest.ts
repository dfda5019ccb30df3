import { copyFile } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { fileIdOf } from '../../wire/file-id.ts';
import { MANIFEST_DDL } from '../../wire/manifest-schema.ts';
import type { PhoneContent } from '../content/phone-content.ts';
import type { FileKeys } from './file-keys.ts';
import { describeEntry } from './manifest-row.ts';

/** The phone's own Manifest.db, a file in the clear. The row of an entry has the number of its slot plus one. */
export interface WorkingManifest {
  readonly path: string;
  readonly keys: FileKeys | undefined;
  readonly domains: readonly DomainSize[];
}

export interface DomainSize {
  readonly domain: string;
  readonly files: number;
  readonly bytes: number;
}

const FLAGS = { file: 1, folder: 2, symlink: 4 } as const;
/** Rows written between two looks at the rest of the phone. */
const SLICE_ROWS = 100;

/** Writes the manifest of what is on the phone now. */
export async function writeManifest(
  path: string,
  content: PhoneContent,
  keys: FileKeys | undefined,
  signal: AbortSignal,
): Promise<WorkingManifest> {
  const sizes = new Map<string, { domain: string; files: number; bytes: number }>();
  using db = new DatabaseSync(path);
  for (const statement of MANIFEST_DDL) db.exec(statement);
  db.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN');
  const insert = db.prepare(
    'INSERT INTO Files (rowid, fileID, domain, relativePath, flags, file) VALUES (?, ?, ?, ?, ?, ?)',
  );
  for (let slot = 0; slot < content.slots; slot += 1) {
    if (slot % SLICE_ROWS === 0) await nextTurn(signal);
    const entry = content.entry(slot);
    if (!entry) continue;
    const { domain, relativePath, kind } = entry;
    const fileId = fileIdOf(domain, relativePath);
    const file = describeEntry(content, slot, entry, fileId, keys);
    insert.run(slot + 1, fileId, domain, relativePath, FLAGS[kind], file);
    const size = sizes.get(domain) ?? { domain, files: 0, bytes: 0 };
    sizes.set(domain, { domain, files: size.files + 1, bytes: size.bytes + entry.size });
  }
  // What travels is marked as having a write-ahead log, though none travels with it.
  db.exec('COMMIT; PRAGMA journal_mode = WAL');
  return { path, keys, domains: [...sizes.values()] };
}

/** The same manifest without the rows of these slots. */
export async function withoutFiles(
  manifest: WorkingManifest,
  path: string,
  slots: readonly number[],
): Promise<WorkingManifest> {
  await copyFile(manifest.path, path);
  using db = new DatabaseSync(path);
  const remove = db.prepare('DELETE FROM Files WHERE rowid = ?');
  for (const slot of slots) remove.run(slot + 1);
  return { ...manifest, path };
}

/** Lets everything else have its turn. */
async function nextTurn(signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => setImmediate(resolve));
  signal.throwIfAborted();
}
