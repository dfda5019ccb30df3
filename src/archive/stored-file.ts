import { messageOf, systemCodeOf } from '../kit/errors.ts';
import type { BackupPath } from '../vault/backup-path.ts';
import type { BackupView } from '../vault/backup-view.ts';
import type { Source } from '../vault/source.ts';
import { openKey } from '../wire/class-keys.ts';
import { decryptFile } from '../wire/file-cipher.ts';
import type { ClassKeys } from '../wire/keybag.ts';
import type { BackupEntry } from './backup-entry.ts';
import { type ArchiveCode, ArchiveError } from './errors.ts';

const PIECE_BYTES = 256 * 1024;

/**
 * A file of a backup as it was on the phone: decrypted when there are keys, and cut to the size the manifest names.
 * Throws `archive.file-missing`, `archive.undecryptable`, `archive.unreadable`, and `archive.file-cut` after the last byte there is.
 */
export async function* contentsOf(
  view: BackupView,
  path: BackupPath,
  entry: BackupEntry,
  classKeys: ClassKeys | undefined,
  signal?: AbortSignal,
): AsyncGenerator<Buffer, void, undefined> {
  await using source = await opened(view, path, entry);
  const pieces = classKeys ? decrypted(source, entry, classKeys) : readable(source, entry);
  let left = entry.size;
  for await (const piece of pieces) {
    signal?.throwIfAborted();
    if (left > 0 && piece.length > 0) yield piece.subarray(0, left);
    left -= Math.min(left, piece.length);
  }
  if (left > 0) throw failed('archive.file-cut', entry, { expected: entry.size, found: entry.size - left });
}

async function opened(view: BackupView, path: BackupPath, entry: BackupEntry): Promise<Source> {
  let source: Source | undefined;
  try {
    source = await view.open(path);
  } catch (cause) {
    throw unreadable(entry, cause);
  }
  if (!source) throw failed('archive.file-missing', entry);
  return source;
}

async function* decrypted(source: Source, entry: BackupEntry, classKeys: ClassKeys): AsyncGenerator<Buffer> {
  const decipher = decipherOf(entry, classKeys);
  for await (const piece of readable(source, entry)) yield decipher.update(piece);
  try {
    yield decipher.final();
  } catch (cause) {
    throw failed('archive.undecryptable', entry, {}, cause);
  }
}

function decipherOf(entry: BackupEntry, classKeys: ClassKeys) {
  try {
    if (entry.encryptionKey) return decryptFile(openKey(classKeys, entry.encryptionKey));
  } catch (cause) {
    throw failed('archive.undecryptable', entry, {}, cause);
  }
  throw failed('archive.undecryptable', entry);
}

async function* readable(source: Source, entry: BackupEntry): AsyncGenerator<Buffer> {
  try {
    yield* source.chunks(PIECE_BYTES);
  } catch (cause) {
    throw unreadable(entry, cause);
  }
}

function unreadable(entry: BackupEntry, cause: unknown): ArchiveError {
  return failed('archive.unreadable', entry, { errno: systemCodeOf(cause) ?? messageOf(cause) }, cause);
}

function failed(
  code: ArchiveCode,
  { domain, relativePath }: BackupEntry,
  facts: Record<string, string | number> = {},
  cause?: unknown,
): ArchiveError {
  return new ArchiveError(code, `${code}: ${domain}-${relativePath}`, {
    cause,
    facts: { domain, path: relativePath, ...facts },
  });
}
