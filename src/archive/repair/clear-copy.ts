import { copyFile, open } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { messageOf } from '../../kit/errors.ts';
import { openSource } from '../../vault/source.ts';
import { decryptManifest, encryptFile } from '../../wire/file-cipher.ts';
import { carveRows } from './carve-rows.ts';

const READ_BYTES = 1024 * 1024;
const BLOCK_BYTES = 16;
/** Enough of a manifest to see whether it is one. */
const GLANCE_PAGES = 200;

/** Copies a Manifest.db to `to`, decrypted where there is a key, as far as the disk gives it. */
export async function clearCopy(
  physical: string,
  key: Uint8Array | undefined,
  to: string,
  signal?: AbortSignal,
): Promise<void> {
  if (!key) return await copyFile(physical, to);
  const decipher = decryptManifest(key);
  await using source = await openSource(physical);
  await using target = await open(to, 'w', 0o600);
  for await (const piece of source.chunks(READ_BYTES)) {
    signal?.throwIfAborted();
    // A cut file may end within a block, of which nothing can be had.
    await target.write(decipher.update(piece.subarray(0, piece.length - (piece.length % BLOCK_BYTES))));
  }
}

/** The inverse: what is to lie in the backup, made from a database in the clear. */
export async function sealedCopy(
  clear: string,
  key: Uint8Array | undefined,
  to: string,
  signal?: AbortSignal,
): Promise<void> {
  if (!key) return await copyFile(clear, to);
  const cipher = encryptFile(key);
  await using source = await openSource(clear);
  await using target = await open(to, 'w', 0o600);
  for await (const piece of source.chunks(READ_BYTES)) {
    signal?.throwIfAborted();
    await target.write(cipher.update(piece));
  }
  await target.write(cipher.final());
}

/** 'sound', or what is wrong with a manifest in the clear. Opens it for writing, so only for copies of one's own. */
export function opinionOf(clear: string): string {
  try {
    using database = new DatabaseSync(clear);
    const { integrity_check: opinion } = database.prepare('PRAGMA integrity_check(1)').get() ?? {};
    if (opinion !== 'ok') return String(opinion);
    const rows = database.prepare('SELECT count(fileID) AS rows, max(length(file)) FROM Files').get()?.[
      'rows'
    ];
    return Number(rows) > 0 ? 'sound' : 'it names no file';
  } catch (thrown) {
    return messageOf(thrown);
  }
}

/** True when the beginning of this file, be it damaged, holds rows of a manifest in the clear. */
export function looksClear(path: string): boolean {
  for (const _ of carveRows(path, GLANCE_PAGES)) return true;
  return false;
}
