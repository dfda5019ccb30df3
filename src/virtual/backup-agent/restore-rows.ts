import { createHash, type Decipheriv } from 'node:crypto';
import { messageOf } from '../../kit/errors.ts';
import { WireError } from '../../wire/errors.ts';
import type { BackupLock } from '../content/backup-lock.ts';
import { type BackupRow, type BackupRows, entryOf } from '../content/backup-rows.ts';
import { keyOf } from '../content/content-source.ts';
import { AgentFailure } from './failure.ts';
import { BATCH_FILES } from './move.ts';
import type { Receiver } from './part-reader.ts';
import { isRestored, type RestoreOptions } from './restore-options.ts';
import type { RestoreSource } from './restore-source.ts';
import type { Run } from './run.ts';
import { placeOf } from './shards.ts';

/**
 * Puts the backup's rows into the phone's contents, the bytes of files fetched 128 at a time. Throws 205 at the end
 * when some could not be read or are not what the manifest says; the others are restored.
 */
export async function restoreRows(
  run: Run,
  source: RestoreSource,
  rows: BackupRows,
  options: RestoreOptions,
): Promise<void> {
  const { agent } = run;
  const restored = new Set<string>();
  const failures: string[] = [];
  let batch: BackupRow[] = [];
  const fetchBatch = async (): Promise<void> => {
    failures.push(...(await restoreFiles(run, source, batch)));
    batch = [];
  };
  for (const row of rows) {
    if (!isRestored(options, row.domain, row.relativePath)) continue;
    restored.add(keyOf(entryOf(row)));
    if (row.kind === 'file') batch.push(row);
    else agent.content.put(entryOf(row));
    if (batch.length === BATCH_FILES) await fetchBatch();
  }
  if (batch.length > 0) await fetchBatch();
  if (options.removeNotRestored) removeOthers(run, restored, options);
  if (failures.length > 0)
    throw new AgentFailure(
      205,
      'Multiple errors downloading files',
      new AgentFailure(103, failures[0] ?? ''),
    );
}

/** Fetches one batch; gives what went wrong, a line per file. */
async function restoreFiles(run: Run, source: RestoreSource, batch: readonly BackupRow[]): Promise<string[]> {
  const { host, progress, folder } = run;
  const failures: string[] = [];
  const receivers = new Map<string, Receiver>();
  for (const row of batch) {
    const snapshot = source.inSnapshot.has(row.fileId) ? 'Snapshot/' : '';
    const path = `${folder}/${snapshot}${placeOf(row.fileId)}`;
    receivers.set(
      path,
      receiverOf(run, source, row, (text) => void failures.push(`${path}: ${text}`)),
    );
  }
  await host.download([...receivers.keys()], progress.told, (path) => receivers.get(path) ?? ignored);
  await progress.sent(batch.reduce((sum, { file }) => sum + file.size, 0));
  return failures;
}

const ignored: Receiver = { data: () => undefined, end: () => undefined, failed: () => undefined };

/** Takes one file in, deciphered, and puts it in place if it is what the manifest says. */
function receiverOf(
  { agent }: Run,
  { lock }: RestoreSource,
  row: BackupRow,
  failed: (text: string) => void,
): Receiver {
  const { digest, encryptionKey, size } = row.file;
  const body = agent.content.newBody();
  const decipher = lock && encryptionKey ? decipherOf(lock, encryptionKey) : undefined;
  const sha1 = digest && createHash('sha1');
  return {
    data: (bytes) => {
      sha1?.update(bytes);
      body.append(decipher ? decipher.update(bytes) : bytes);
    },
    end: () => {
      try {
        if (decipher) body.append(decipher.final());
      } catch (error) {
        failed(messageOf(error));
        return;
      }
      if (body.size !== size) failed(`${body.size} bytes instead of ${size}`);
      else if (digest && !sha1?.digest().equals(digest)) failed('digest differs');
      else agent.content.put(entryOf(row), body);
    },
    failed,
  };
}

function decipherOf(lock: BackupLock, encryptionKey: Uint8Array): Decipheriv {
  try {
    return lock.fileDecipher(encryptionKey);
  } catch (error) {
    if (error instanceof WireError) throw new AgentFailure(205, 'Encryption key missing');
    throw error;
  }
}

function removeOthers(
  { agent: { content } }: Run,
  restored: ReadonlySet<string>,
  options: RestoreOptions,
): void {
  for (let slot = 0; slot < content.slots; slot += 1) {
    const entry = content.entry(slot);
    if (!entry || restored.has(keyOf(entry))) continue;
    if (isRestored(options, entry.domain, entry.relativePath)) content.remove(slot);
  }
}
