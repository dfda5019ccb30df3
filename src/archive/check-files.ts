import { ThawError } from '../kit/errors.ts';
import type { BackupView } from '../vault/backup-view.ts';
import { encryptedSize } from '../wire/file-cipher.ts';
import { sizeOfMbFile } from '../wire/mbfile.ts';
import { pathIn } from './backup-files.ts';
import type { Finding } from './finding.ts';
import type { ManifestDb, ManifestRow } from './manifest-db.ts';

const PREFIXES = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

export interface CheckOptions {
  readonly encrypted: boolean;
  readonly onProgress?: (files: number, of: number) => void;
  readonly signal?: AbortSignal;
}

/** Compares each folder of the backup with the manifest's rows for it, one folder at a time: memory stays flat. */
export async function checkFiles(
  view: BackupView,
  manifest: ManifestDb,
  options: CheckOptions,
  findings: Finding[],
): Promise<{ files: number; bytes: number }> {
  const of = manifest.count();
  let files = 0;
  let bytes = 0;
  let ahead = sizesIn(view, PREFIXES[0]);
  for (const [index, prefix] of PREFIXES.entries()) {
    options.signal?.throwIfAborted();
    const present = await ahead;
    ahead = sizesIn(view, PREFIXES[index + 1]);
    for (const row of manifest.filesIn(prefix)) {
      const found = present.get(row.fileId);
      present.delete(row.fileId);
      const problem = compare(row, found, options.encrypted);
      if (problem) findings.push(problem);
      files += 1;
      bytes += found ?? 0;
    }
    for (const fileId of present.keys()) findings.push({ kind: 'orphan', fileId });
    options.onProgress?.(files, of);
  }
  return { files, bytes };
}

/** The sizes of a folder's files by name: one folder is read while the one before is compared. */
function sizesIn(view: BackupView, prefix: string | undefined): Promise<Map<string, number>> {
  if (prefix === undefined) return Promise.resolve(new Map());
  const sizes = view
    .list(pathIn(prefix))
    .then((entries) => new Map(entries.map(({ name, size }) => [name, size])));
  sizes.catch(() => undefined); // whoever awaits it hears of it
  return sizes;
}

function compare(row: ManifestRow, found: number | undefined, encrypted: boolean): Finding | undefined {
  const { fileId, domain, relativePath: path } = row;
  const size = plainSizeOf(row);
  if (size === undefined) return { kind: 'unreadable-row', fileId, domain, path };
  if (found === undefined) return { kind: 'missing', fileId, domain, path };
  const expected = encrypted ? encryptedSize(size) : size;
  if (found === expected) return undefined;
  return { kind: 'wrong-size', fileId, domain, path, expected, found };
}

function plainSizeOf(row: ManifestRow): number | undefined {
  try {
    return sizeOfMbFile(row.file);
  } catch (thrown) {
    if (thrown instanceof ThawError) return undefined;
    throw thrown;
  }
}
