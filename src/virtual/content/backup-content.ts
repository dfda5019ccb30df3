import { createReadStream, createWriteStream, rmSync, statSync } from 'node:fs';
import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { systemCodeOf } from '../../kit/errors.ts';
import { asDict } from '../../wire/plist/access.ts';
import { decodePlist } from '../../wire/plist/decode.ts';
import type { PlistDict } from '../../wire/plist/value.ts';
import { BackupLock } from './backup-lock.ts';
import { type BackupRow, BackupRows, entryOf } from './backup-rows.ts';
import type { ContentEntry, ContentSource } from './content-source.ts';
import { diskBytes } from './disk-bytes.ts';

/**
 * A phone filled with what a real backup holds, read from its folder as it is sent; files that the backup has lost are
 * not on the phone. The folder is not written to. Throws WireError 'wire.keybag' when the backup is encrypted and the
 * password does not open it, and the system's or the database's error when it cannot be read.
 */
export async function backupContent(
  folder: string,
  password: string,
  signal?: AbortSignal,
): Promise<ContentSource> {
  const properties = await propertiesOf(folder);
  const lock = properties && (await BackupLock.open(properties, password, signal));
  const scratch = await mkdtemp(join(tmpdir(), 'thaw-content-'));
  try {
    const copy = join(scratch, 'Manifest.db');
    const [from, to] = [createReadStream(join(folder, 'Manifest.db')), createWriteStream(copy)];
    await (lock ? pipeline(from, lock.manifestDecipher(), to) : pipeline(from, to));
    const stored = new Set(await readdir(folder, { recursive: true }));
    const rows = new BackupRows(copy, (fileId) => stored.has(join(fileId.slice(0, 2), fileId)));
    return new BackupContent(folder, lock, rows, scratch);
  } catch (error) {
    rmSync(scratch, { recursive: true, force: true });
    throw error;
  }
}

/** Manifest.plist; undefined where it was lost, as it can only be from a plain backup to be of use. */
async function propertiesOf(folder: string): Promise<PlistDict | undefined> {
  try {
    return asDict(decodePlist(await readFile(join(folder, 'Manifest.plist'))), 'Manifest.plist');
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

class BackupContent implements ContentSource {
  readonly #folder: string;
  readonly #lock: BackupLock | undefined;
  readonly #rows: BackupRows;
  readonly #scratch: string;

  constructor(folder: string, lock: BackupLock | undefined, rows: BackupRows, scratch: string) {
    this.#folder = folder;
    this.#lock = lock;
    this.#rows = rows;
    this.#scratch = scratch;
  }

  get count(): number {
    return this.#rows.count;
  }

  entry(index: number): ContentEntry {
    const row = this.#rows.at(index);
    const entry = entryOf(row);
    // A backup may hold less of a file, or more, than its manifest says; what is on the phone is what there is.
    if (entry.kind !== 'file' || this.#lock) return entry;
    return { ...entry, size: statSync(this.#pathOf(row)).size };
  }

  bytes(index: number): Iterable<Uint8Array> {
    const row = this.#rows.at(index);
    const { file } = row;
    const decipher =
      this.#lock && file.encryptionKey ? this.#lock.fileDecipher(file.encryptionKey) : undefined;
    return diskBytes(this.#pathOf(row), file.size, decipher);
  }

  #pathOf({ fileId }: BackupRow): string {
    return join(this.#folder, fileId.slice(0, 2), fileId);
  }

  [Symbol.dispose](): void {
    this.#rows[Symbol.dispose]();
    rmSync(this.#scratch, { recursive: true, force: true });
  }
}
