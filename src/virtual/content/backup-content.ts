import { createReadStream, createWriteStream, rmSync } from 'node:fs';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { asDict } from '../../wire/plist/access.ts';
import { decodePlist } from '../../wire/plist/decode.ts';
import { BackupLock } from './backup-lock.ts';
import { BackupRows, entryOf } from './backup-rows.ts';
import type { ContentEntry, ContentSource } from './content-source.ts';
import { diskBytes } from './disk-bytes.ts';

/**
 * A phone filled with what a real backup holds, read from its folder as it is sent. The folder is not written to.
 * Throws WireError 'wire.keybag' when the backup is encrypted and the password does not open it, and the system's or
 * the database's error when it cannot be read.
 */
export async function backupContent(
  folder: string,
  password: string,
  signal?: AbortSignal,
): Promise<ContentSource> {
  const properties = asDict(decodePlist(await readFile(join(folder, 'Manifest.plist'))), 'Manifest.plist');
  const lock = await BackupLock.open(properties, password, signal);
  const scratch = await mkdtemp(join(tmpdir(), 'thaw-content-'));
  try {
    const copy = join(scratch, 'Manifest.db');
    const [from, to] = [createReadStream(join(folder, 'Manifest.db')), createWriteStream(copy)];
    await (lock ? pipeline(from, lock.manifestDecipher(), to) : pipeline(from, to));
    return new BackupContent(folder, lock, new BackupRows(copy), scratch);
  } catch (error) {
    rmSync(scratch, { recursive: true, force: true });
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
    return entryOf(this.#rows.at(index));
  }

  bytes(index: number): Iterable<Uint8Array> {
    const { fileId, file } = this.#rows.at(index);
    const path = join(this.#folder, fileId.slice(0, 2), fileId);
    const decipher =
      this.#lock && file.encryptionKey ? this.#lock.fileDecipher(file.encryptionKey) : undefined;
    return diskBytes(path, file.size, decipher);
  }

  [Symbol.dispose](): void {
    this.#rows[Symbol.dispose]();
    rmSync(this.#scratch, { recursive: true, force: true });
  }
}
