import { isAbort, isThawError, messageOf } from '../../kit/errors.ts';
import { VaultError } from '../../vault/errors.ts';
import { type ArchiveCode, ArchiveError } from '../errors.ts';
import type { BackupEntry, OpenBackup } from '../open-backup.ts';
import type { OutputFolder, Written } from './output/output-folder.ts';

/** Why something a person may look for is not among what was brought out. */
export type LeftOutReason =
  | 'only-in-icloud'
  | 'not-in-backup'
  | 'needs-encrypted-backup'
  | 'locked'
  | 'damaged'
  | 'unknown-format';

/** One thing that happened while contents were brought out. Paths named `to` are below the folder written to. */
export type ExtractFact =
  | {
      readonly type: 'file.extracted';
      readonly domain?: string;
      readonly path?: string;
      readonly to: string;
      readonly bytes: number;
      readonly result: Written['result'];
    }
  | {
      readonly type: 'file.failed';
      readonly domain: string;
      readonly path: string;
      /** The code of the error. */
      readonly code: string;
    }
  | {
      readonly type: 'left-out';
      readonly name: string;
      readonly reason: LeftOutReason;
      /** Of how many this is said. */
      readonly count: number;
    }
  /** Counts at the end of a kind: `conversations`, `messages` … */
  | { readonly type: 'counted'; readonly what: string; readonly count: number };

/** Bringing contents out: from where, to where, and whom to tell. */
export interface Extraction {
  readonly backup: OpenBackup;
  readonly out: OutputFolder;
  readonly signal: AbortSignal;
  tell(fact: ExtractFact): void;
  /** What there is to do, once it is known: items of any kind, and bytes. */
  plan(items: number, bytes: number): void;
  advance(items: number, bytes: number): void;
}

export interface CopyOptions {
  readonly modified?: Date | undefined;
}

/**
 * Copies one file of the backup out. One that cannot be read is told of and undefined is given; what concerns all files
 * (the disk is full, the run was stopped) is thrown.
 */
export async function copyOut(
  { backup, tell, signal }: Extraction,
  entry: BackupEntry,
  folder: OutputFolder,
  parts: readonly string[],
  { modified = entry.modified }: CopyOptions = {},
): Promise<Written | undefined> {
  const { domain, relativePath: path } = entry;
  try {
    const written = await folder.write(parts, backup.read(entry, signal), { modified, size: entry.size });
    tell({
      type: 'file.extracted',
      domain,
      path,
      to: written.whole,
      bytes: written.bytes,
      result: written.result,
    });
    return written;
  } catch (thrown) {
    if (concernsAll(thrown, signal)) throw thrown;
    tell({ type: 'file.failed', domain, path, code: codeOf(thrown) });
    return undefined;
  }
}

/** Writes a file made here: a page, a list. */
export async function writeOut(
  { tell }: Extraction,
  folder: OutputFolder,
  parts: readonly string[],
  contents: Parameters<OutputFolder['write']>[1],
  modified?: Date,
): Promise<Written> {
  const written = await folder.write(parts, contents, { modified });
  tell({ type: 'file.extracted', to: written.whole, bytes: written.bytes, result: written.result });
  return written;
}

const UNREADABLE: ReadonlyMap<ArchiveCode, LeftOutReason> = new Map([
  ['archive.damaged', 'damaged'],
  ['archive.unknown-form', 'unknown-format'],
]);

/** What can be read up to a damaged place, where it ends and is told of: `name` is what is cut short there. */
export function* untilDamage<T>({ tell }: Extraction, name: string, items: Iterable<T>): Generator<T> {
  try {
    yield* items;
  } catch (thrown) {
    const reason = thrown instanceof ArchiveError ? UNREADABLE.get(thrown.code) : undefined;
    if (!reason) throw thrown;
    tell({ type: 'left-out', name, reason, count: 1 });
  }
}

/** True for what makes going on pointless: an abort, or the disk that is written to. */
function concernsAll(thrown: unknown, signal: AbortSignal): boolean {
  return isAbort(thrown, signal) || thrown instanceof VaultError;
}

function codeOf(thrown: unknown): string {
  return isThawError(thrown) ? thrown.code : messageOf(thrown);
}
