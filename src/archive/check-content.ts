import { systemCodeOf } from '../kit/errors.ts';
import type { BackupView } from '../vault/backup-view.ts';
import { fileIdOf } from '../wire/file-id.ts';
import { pathIn } from './backup-files.ts';
import { type Amount, isGone, phoneFileOf, plainSizeOf } from './check-files.ts';
import { ContentPool } from './content/pool.ts';
import type { ContentReply, ContentTask, StoredPart } from './content/task.ts';
import type { Findings } from './findings.ts';
import type { ManifestDb, ManifestRow } from './manifest-db.ts';
import { EVERYTHING, type Slices } from './sample.ts';
import { scratchFolder } from './scratch.ts';
import type { BackupKeys } from './unlock.ts';

export interface ContentProgress extends Amount {
  readonly of: Amount;
}

export interface CheckContentOptions {
  readonly view: BackupView;
  readonly manifest: ManifestDb;
  readonly classKeys: BackupKeys['classKeys'] | undefined;
  /** What there is to read, as the check of files found it. */
  readonly of: Amount;
  readonly slices: Slices | undefined;
  readonly onProgress: ((progress: ContentProgress) => void) | undefined;
}

/** Enough that a batch is worth a message, few enough that large files spread over the threads. */
const BATCH_FILES = 32;
const BATCH_BYTES = 8 * 1024 * 1024;
/** Names of files that may have a write-ahead log beside them. */
const DATABASE_NAME = /\.(?:db|sqlite3?|sqlitedb|storedata)$/i;

/** Reads the contents of every file, or of those of the slices, on all cores, and tells what was read. */
export async function checkContent(
  options: CheckContentOptions,
  findings: Findings,
  signal?: AbortSignal,
): Promise<Amount> {
  const { view, manifest, classKeys, of, slices = EVERYTHING, onProgress } = options;
  const read = { files: 0, bytes: 0 };
  let doubtful = false;
  const onReply = (reply: ContentReply): void => {
    read.bytes += reply.bytes;
    if (reply.kind === 'done') {
      read.files += reply.files;
      for (const finding of reply.findings) {
        findings.add(finding);
        doubtful ||= finding.kind === 'missing' || finding.kind === 'unreadable';
      }
    }
    onProgress?.({ ...read, of });
  };
  await using scratch = await scratchFolder();
  await using pool = new ContentPool({ classKeys, scratch: scratch.path }, onReply);
  for await (const batch of batchesOf(view, manifest, slices, findings)) {
    signal?.throwIfAborted();
    await pool.give(batch, signal);
    if (doubtful && (await isGone(view, manifest))) {
      findings.add({ kind: 'vanished' });
      return read;
    }
    doubtful = false;
  }
  await pool.drained(signal);
  return read;
}

async function* batchesOf(
  view: BackupView,
  manifest: ManifestDb,
  slices: Slices,
  findings: Findings,
): AsyncGenerator<ContentTask[]> {
  let batch: ContentTask[] = [];
  let bytes = 0;
  for (const row of manifest.filesOf(slices)) {
    const size = plainSizeOf(row);
    const task = size === undefined ? undefined : await taskOf(view, manifest, row, findings);
    if (!task || size === undefined) continue;
    batch.push(task);
    bytes += size;
    if (batch.length < BATCH_FILES && bytes < BATCH_BYTES) continue;
    yield batch;
    batch = [];
    bytes = 0;
  }
  if (batch.length > 0) yield batch;
}

/** Undefined for a file that is not there, which comparing sizes has found already. */
async function taskOf(
  view: BackupView,
  manifest: ManifestDb,
  row: ManifestRow,
  findings: Findings,
): Promise<ContentTask | undefined> {
  const phoneFile = phoneFileOf(row);
  const { domain, path } = phoneFile;
  try {
    const part = await partOf(view, manifest, row);
    if (!part || !DATABASE_NAME.test(path)) return part && { ...part, phoneFile };
    const log = manifest.row(fileIdOf(domain, `${path}-wal`));
    const wal = log && (await partOf(view, manifest, log));
    return { ...part, phoneFile, ...(wal && { wal }) };
  } catch (thrown) {
    const errno = systemCodeOf(thrown);
    if (errno === undefined) throw thrown;
    findings.add({ kind: 'unreadable', ...phoneFile, errno });
    return undefined;
  }
}

async function partOf(
  view: BackupView,
  manifest: ManifestDb,
  { fileId, file }: ManifestRow,
): Promise<StoredPart | undefined> {
  const physical = await view.physicalPath(pathIn(manifest.placeOf(fileId)));
  return physical === undefined ? undefined : { physical, file };
}
