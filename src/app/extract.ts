import { realpath } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import type { Choice } from '../archive/read/choice.ts';
import { ExtractError } from '../archive/read/errors.ts';
import type { ExtractFact, Extraction } from '../archive/read/extraction.ts';
import { extractFiles } from '../archive/read/files.ts';
import { exporterOf, type Kind } from '../archive/read/kinds.ts';
import { OutputFolder } from '../archive/read/output/output-folder.ts';
import type { Clock } from '../kit/clock.ts';
import { type ExtractProgress, ProgressMeter } from './extract-progress.ts';
import { type ArchiveRequest, openArchive } from './open-archive.ts';

export { isKind, KINDS, type Kind } from '../archive/read/kinds.ts';

export interface ExtractRequest extends ArchiveRequest {
  /** The folder to write to; made if it is not there. */
  readonly to: string;
  /** Things people miss, in formats they can use; files as they are when not given. */
  readonly as?: Kind;
  readonly choice: Choice;
}

export type ExtractEvent = ExtractFact | ExtractProgress;

export interface ExtractResult {
  readonly path: string;
  readonly files: number;
  readonly bytes: number;
  /** Files that were there already from an earlier time; not counted in `files`. */
  readonly unchanged: number;
  readonly failed: number;
}

/**
 * Brings contents out of a backup, which is only read. A file that cannot be read is told of and passed over. Rejects
 * with `extract.inside-backup`, `extract.none` when the backup holds nothing of the kind, or a `destination.…` error.
 */
export async function extract(
  request: ExtractRequest,
  clock: Clock,
  tell: (event: ExtractEvent) => void,
  signal: AbortSignal,
): Promise<ExtractResult> {
  const { place, backup } = await openArchive(request, signal);
  await using _open = backup;
  await checkOutside(request.to, place.path);
  const path = resolve(request.to);
  const result = { path, files: 0, bytes: 0, unchanged: 0, failed: 0 };
  const meter = new ProgressMeter(clock, tell);
  const extraction: Extraction = {
    backup,
    out: await OutputFolder.open(path),
    signal,
    tell: (fact) => {
      if (fact.type === 'file.failed') result.failed += 1;
      if (fact.type === 'left-out' && fact.reason === 'damaged') result.failed += fact.count;
      if (fact.type === 'file.extracted') {
        if (fact.result === 'same') result.unchanged += 1;
        else result.files += 1;
        if (fact.result === 'written') result.bytes += fact.bytes;
      }
      tell(fact);
    },
    plan: (items, bytes) => meter.plan(items, bytes),
    advance: (items, bytes) => meter.advance(items, bytes),
  };
  if (request.as === undefined) await extractFiles(extraction, request.choice);
  else await (await exporterOf(request.as))(extraction);
  return result;
}

/** A backup that grew by its own contents would be no backup any more. */
async function checkOutside(to: string, backup: string): Promise<void> {
  const inside = `${await realpath(backup)}${sep}`;
  if (`${await realOrNearest(resolve(to))}${sep}`.startsWith(inside)) {
    throw new ExtractError('extract.inside-backup', `${to} is inside the backup`, { facts: { path: to } });
  }
}

/** The real path of a folder, or of the nearest one above that there is. */
async function realOrNearest(path: string): Promise<string> {
  const found = await realpath(path).catch(() => undefined);
  if (found !== undefined) return found;
  const above = resolve(path, '..');
  return above === path ? path : await realOrNearest(above);
}
