import { isThawError, systemCodeOf } from '../kit/errors.ts';
import type { BackupView, Entry } from '../vault/backup-view.ts';
import { encryptedSize } from '../wire/file-cipher.ts';
import { sizeOfMbFile } from '../wire/mbfile.ts';
import { pathIn } from './backup-files.ts';
import type { Finding, PhoneFile } from './finding.ts';
import type { Findings } from './findings.ts';
import { listPlace, type Place } from './list-place.ts';
import type { ManifestDb, ManifestRow } from './manifest-db.ts';
import { isInSlices, type Slices } from './sample.ts';

const FILE_ID = /^[0-9a-f]{40}$/;

export interface CheckFilesOptions {
  readonly encrypted: boolean;
  /** Which files to count apart, for the check of contents that follows. */
  readonly slices?: Slices;
  readonly onProgress?: (files: number, of: number) => void;
  readonly signal?: AbortSignal;
}

export interface Amount {
  readonly files: number;
  readonly bytes: number;
}

/**
 * Compares each folder of the backup with the manifest's rows for it, one folder at a time: memory stays flat. What
 * the disk does not give is a finding too; when all of it is gone, the rest is not looked at.
 */
export async function checkFiles(
  view: BackupView,
  manifest: ManifestDb,
  options: CheckFilesOptions,
  findings: Findings,
): Promise<Amount & { readonly sampled: Amount; readonly vanished: boolean }> {
  const { slices, encrypted, signal } = options;
  const of = manifest.count();
  const all = { files: 0, bytes: 0 };
  const sampled = { files: 0, bytes: 0 };
  const places = manifest.places();
  let ahead = listPlace(view, places[0]);
  for (const [index, { prefix }] of places.entries()) {
    signal?.throwIfAborted();
    const place = await ahead;
    ahead = listPlace(view, places[index + 1]);
    if (place.errno !== undefined)
      findings.add({ kind: 'unreadable-place', place: place.path, errno: place.errno });
    let doubtful = place.errno !== undefined;
    for (const row of manifest.filesIn(prefix)) {
      const found = place.take(row.fileId);
      const size = found ?? (await look(view, manifest, row, place));
      const problem = compare(row, size, encrypted);
      if (problem) findings.add(problem);
      doubtful ||= problem?.kind === 'missing' || problem?.kind === 'unreadable';
      const bytes = typeof size === 'number' ? size : 0;
      count(all, bytes);
      if (slices && isInSlices(slices, row.fileId)) count(sampled, bytes);
    }
    for (const finding of place.leftOver()) findings.add(finding);
    options.onProgress?.(all.files, of);
    if (doubtful && (await isGone(view, manifest))) {
      findings.add({ kind: 'vanished' });
      return { ...all, sampled, vanished: true };
    }
  }
  // A row whose id is none belongs to no folder, and was not met.
  if (all.files < of) for (const row of manifest.strays()) findings.add(unreadableRow(row));
  return { ...all, sampled, vanished: false };
}

/** What is in a file's place: its size, or why there is none. */
type Present = number | undefined | { readonly errno: string } | 'linked';

/** A folder that cannot be listed may still let its files be asked for one by one. */
async function look(
  view: BackupView,
  manifest: ManifestDb,
  { fileId }: ManifestRow,
  place: Place,
): Promise<Present> {
  if (place.errno === undefined || !FILE_ID.test(fileId))
    return place.links.delete(fileId) ? 'linked' : undefined;
  try {
    const entry = await view.stat(pathIn(manifest.placeOf(fileId)));
    if (!entry) return undefined;
    return entry.kind === 'file' ? entry.size : 'linked';
  } catch (thrown) {
    return { errno: errnoOf(thrown) };
  }
}

function compare(row: ManifestRow, found: Present, encrypted: boolean): Finding | undefined {
  const size = plainSizeOf(row);
  if (size === undefined) return unreadableRow(row);
  const expected = encrypted ? encryptedSize(size) : size;
  if (found === expected) return undefined;
  const file = phoneFileOf(row);
  if (found === undefined) return { kind: 'missing', ...file };
  if (found === 'linked') return { kind: 'linked', ...file };
  if (typeof found === 'object') return { kind: 'unreadable', ...file, errno: found.errno };
  return { kind: found < expected ? 'truncated' : 'wrong-size', ...file, expected, found };
}

function unreadableRow(row: ManifestRow): Finding {
  return { kind: 'unreadable-row', ...phoneFileOf(row) };
}

export function phoneFileOf({ fileId, domain, relativePath }: ManifestRow): PhoneFile {
  return { fileId, domain, path: relativePath };
}

/** Undefined for a row that makes no sense. */
export function plainSizeOf(row: ManifestRow): number | undefined {
  if (!FILE_ID.test(row.fileId)) return undefined;
  try {
    const size = sizeOfMbFile(row.file);
    return size >= 0 ? size : undefined;
  } catch (thrown) {
    if (isThawError(thrown)) return undefined;
    throw thrown;
  }
}

/** True when not even the list of files is there any more: then the drive is, and nothing in particular. */
export async function isGone(view: BackupView, manifest: ManifestDb): Promise<boolean> {
  let entry: Entry | undefined;
  try {
    entry = await view.stat(pathIn(manifest.listName));
  } catch (thrown) {
    errnoOf(thrown);
  }
  return entry === undefined;
}

function errnoOf(thrown: unknown): string {
  const errno = systemCodeOf(thrown);
  if (errno === undefined) throw thrown;
  return errno;
}

function count(amount: { files: number; bytes: number }, bytes: number): void {
  amount.files += 1;
  amount.bytes += bytes;
}
