import { fileIdOf } from '../../wire/file-id.ts';
import type { ContentEntry } from '../content/content-source.ts';
import { AgentFault, UnreadableFile } from '../fault.ts';
import { devicePath, isHarmless } from './domains.ts';
import { AgentFailure } from './failure.ts';
import type { FileKeys } from './file-keys.ts';
import { BATCH_FILES } from './move.ts';
import type { PartWriter } from './part-writer.ts';
import { deviceLocked } from './prompt.ts';
import type { Run } from './run.ts';
import { placeOf } from './shards.ts';
import { storedBytes } from './stored-bytes.ts';
import type { WorkingManifest } from './working-manifest.ts';

/**
 * Uploads files into the Snapshot folder, 128 at a time. One that cannot be read is reported to the computer as such;
 * the others still go. Gives the slots of those that were left out without harm; throws 104 at the end for others, or
 * 208 when the phone was locked.
 */
export async function sendFiles(
  run: Run,
  manifest: WorkingManifest,
  slots: readonly number[],
): Promise<number[]> {
  const { host, progress, phone, agent } = run;
  const leftOut: number[] = [];
  let failed = 0;
  for (let at = 0; at < slots.length; at += BATCH_FILES) {
    await host.upload(progress.totalBytes, progress.told, async (parts) => {
      for (const slot of slots.slice(at, at + BATCH_FILES)) {
        const entry = agent.content.entry(slot);
        const sent = entry && (await sendFile(run, manifest, parts, slot, entry));
        if (sent === 'failed') failed += 1;
        if (sent === 'left-out') leftOut.push(slot);
      }
    });
  }
  if (failed === 0) return leftOut;
  throw phone.locked ? deviceLocked() : new AgentFailure(104, 'Multiple errors uploading files');
}

/** Not `sent` when the file could not be read, or not to its end. */
async function sendFile(
  run: Run,
  { keys }: WorkingManifest,
  parts: PartWriter,
  slot: number,
  entry: ContentEntry,
): Promise<'sent' | 'left-out' | 'failed'> {
  const { progress, phone } = run;
  const path = devicePath(entry.domain, entry.relativePath);
  const fileId = fileIdOf(entry.domain, entry.relativePath);
  await parts.begin(path, `${run.folder}/Snapshot/${placeOf(fileId)}`);
  try {
    await progress.nextFile(path);
    if (phone.locked && entry.protectionClass <= 2) throw new UnreadableFile('Operation not permitted (1)');
    for (const bytes of stored(run, keys, slot, entry)) {
      await parts.data(bytes);
      // A fault that cuts or silences the phone here must not find bytes that the computer should have by now.
      if (phone.scenario.faults.length > 0) await parts.flush();
      await progress.sent(bytes.length);
    }
    await parts.end();
    return 'sent';
  } catch (error) {
    if (error instanceof AgentFault) await parts.unreadable(error.message);
    if (!(error instanceof UnreadableFile)) throw error;
    await parts.unreadable(error.message);
    phone.log('BackupAgent2', 'Error', `Failed to fully upload: ${path}: ${error.message}`);
    return error.forgiven || isHarmless(entry.relativePath) ? 'left-out' : 'failed';
  }
}

/** A file as it is stored in the backup. */
function stored(
  { agent, phone }: Run,
  keys: FileKeys | undefined,
  slot: number,
  { domain, relativePath, size }: ContentEntry,
): Iterable<Uint8Array> {
  const pieces = agent.content.bytes(slot);
  if (!keys) return pieces;
  const fileId = fileIdOf(domain, relativePath);
  // Where something may happen to a file on its way, it happens anew each time.
  if (phone.scenario.faults.length > 0) return storedBytes(pieces, keys.keyOf(fileId));
  return agent.sealed.pieces({ keys, generation: agent.content.generation }, slot, { fileId, size, pieces });
}
