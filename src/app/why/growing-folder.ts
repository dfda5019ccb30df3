import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { freeBytesOf } from '../../vault/destination.ts';
import { ifThere } from '../places/if-there.ts';

/** A backup folder that some program is filling, at one moment. Nothing is written to look at it. */
export interface FolderLook {
  /** When anything in it last changed, in milliseconds since 1970. */
  readonly newestMs: number;
  /** The size of the file that changed last: a large one grows for minutes. */
  readonly newestBytes: number;
  /** Files have begun to arrive. */
  readonly receiving: boolean;
  /** Room left on its disk. */
  readonly freeBytes: number;
}

/** The phone files everything under two hexadecimal digits. */
const SHARD = /^[0-9a-f]{2}$/;
/** Of the newest folder's files so many are looked at; more than that are in no shard of a phone known. */
const MAX_FILES = 5000;

/**
 * Looks at a backup's folder; undefined when there is none. Costs some hundred calls, however large the backup. Rejects with
 * `folder.forbidden` where this user may not look.
 */
export async function lookAtFolder(folder: string): Promise<FolderLook | undefined> {
  const top = await timeOf(folder);
  if (!top) return undefined;
  const snapshot = join(folder, 'Snapshot');
  const shards = await shardsOf(snapshot);
  const [newestShard] = shards.sort((one, other) => other.ms - one.ms);
  const files = newestShard ? await filesIn(newestShard.path) : [];
  const own = await filesIn(folder);
  const [newest] = [...files, ...own].sort((one, other) => other.ms - one.ms);
  return {
    newestMs: Math.max(top.ms, newestShard?.ms ?? 0, newest?.ms ?? 0),
    newestBytes: newest?.bytes ?? 0,
    receiving: files.length > 0,
    freeBytes: await freeBytesOf(folder),
  };
}

interface Seen {
  readonly path: string;
  readonly ms: number;
  readonly bytes: number;
}

async function shardsOf(snapshot: string): Promise<Seen[]> {
  const all = (await ifThere(snapshot, () => readdir(snapshot))) ?? [];
  const names = all.filter((name) => SHARD.test(name));
  const seen = await Promise.all(names.map((name) => timeOf(join(snapshot, name))));
  return seen.filter((each) => each !== undefined);
}

async function filesIn(folder: string): Promise<Seen[]> {
  const entries = (await ifThere(folder, () => readdir(folder, { withFileTypes: true }))) ?? [];
  const files = entries.filter((entry) => entry.isFile()).slice(0, MAX_FILES);
  const seen = await Promise.all(files.map(({ name }) => timeOf(join(folder, name))));
  return seen.filter((each) => each !== undefined);
}

async function timeOf(path: string): Promise<Seen | undefined> {
  const stats = await ifThere(path, () => stat(path));
  return stats && { path, ms: stats.mtimeMs, bytes: stats.size };
}
