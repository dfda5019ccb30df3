import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { systemCodeOf } from '../../kit/errors.ts';
import { digestOf } from '../fingerprint.ts';
import { readJson } from '../json-file.ts';
import { COMMIT, GENERATION, type Layout } from '../layout.ts';
import { measure } from '../overlay/find.ts';
import { type About, isAbout, isAboutPast } from './about.ts';

/** One state of a backup, now or earlier. */
export interface Generation {
  readonly number: number;
  /**
   * `current`: what the folder holds. `earlier`: can be opened and restored. `lost`: another program wrote over what
   * came after it; only its kept manifests are left.
   */
  readonly state: 'current' | 'earlier' | 'lost';
  readonly madeAt: Date;
  /** Undefined for a state another program made. */
  readonly run: string | undefined;
  readonly changes: About['changes'] | undefined;
  /** What pruning it would free. */
  readonly keptBytes: number;
  /** The manifests and property lists kept of it: their names, and the folder they are in. */
  readonly kept: { readonly folder: string; readonly names: readonly string[] };
}

/** All generations there is a trace of, oldest first. */
export async function listGenerations(layout: Layout): Promise<readonly Generation[]> {
  const numbers = await generationNumbers(layout);
  const newest = numbers.at(-1);
  const generations: Generation[] = [];
  let reachable = newest !== undefined && (await isCurrent(layout, newest));
  for (const [index, number] of [...numbers.entries()].toReversed()) {
    // One that somebody deleted leaves a gap nothing can be reached across.
    reachable &&= number === newest || numbers[index + 1] === number + 1;
    const generation = await readGeneration(layout, number, number === newest, reachable);
    // What is older can only be reached through this one.
    reachable &&= generation.state !== 'lost';
    generations.push(generation);
  }
  return generations.reverse();
}

/** True when the backup's folder holds this generation, and no other program has made another of it. */
export async function isCurrent(layout: Layout, number: number): Promise<boolean> {
  const home = join(layout.generations, String(number));
  const about = await readJson(join(home, GENERATION.about), isAbout);
  const status = join(layout.folder, 'Status.plist');
  if (about === undefined || about.status === (await digestOf(status))) return about !== undefined;
  if (await tellsOfAnotherRun(status, join(home, GENERATION.kept, 'Status.plist'))) return false;
  // Damage, as it seems; the phone makes the other property list anew in each run.
  const manifest = await digestOf(join(layout.folder, 'Manifest.plist'));
  return manifest !== 'none' && manifest === (await digestOf(join(home, GENERATION.kept, 'Manifest.plist')));
}

const UUID = /[0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12}/;
const FINISHED = 'finished';
/** It has some 190 bytes. */
const MAX_STATUS_BYTES = 64 * 1024;

/**
 * Every run gives Status.plist a UUID of its own. One that was lost, emptied or damaged shows none; one with the kept
 * one's UUID is of the same run, unless it says that something has gone on since.
 */
async function tellsOfAnotherRun(status: string, kept: string): Promise<boolean> {
  const text = await latin1(status);
  const uuid = UUID.exec(text)?.[0];
  if (uuid === undefined) return false;
  return !(await latin1(kept)).includes(uuid) || !text.includes(FINISHED);
}

/** A small file as it is; nothing where there is none. A property list keeps short texts in the clear, binary or not. */
async function latin1(path: string): Promise<string> {
  const stats = await measure(path);
  if (!stats?.isFile() || stats.size > MAX_STATUS_BYTES) return '';
  return await readFile(path, 'latin1');
}

export async function generationNumbers(layout: Layout): Promise<number[]> {
  const names = await namesIn(layout.generations);
  return names
    .filter((name) => /^[1-9]\d{0,8}$/.test(name))
    .map(Number)
    .sort((a, b) => a - b);
}

async function readGeneration(
  layout: Layout,
  number: number,
  newest: boolean,
  reachable: boolean,
): Promise<Generation> {
  const home = join(layout.generations, String(number));
  const kept = join(home, GENERATION.kept);
  const about = await readJson(join(home, GENERATION.about), isAbout);
  const past = await readJson(join(home, GENERATION.past, COMMIT.about), isAboutPast);
  return {
    number,
    state: stateOf(newest, reachable, past !== undefined),
    madeAt: await dateOf(about?.madeAt ?? past?.madeAt, home),
    run: about?.run,
    changes: about?.changes,
    keptBytes: past?.keptBytes ?? 0,
    kept: { folder: kept, names: await namesIn(kept) },
  };
}

function stateOf(newest: boolean, reachable: boolean, hasPast: boolean): Generation['state'] {
  if (newest) return reachable ? 'current' : 'lost';
  return reachable && hasPast ? 'earlier' : 'lost';
}

async function dateOf(iso: string | undefined, home: string): Promise<Date> {
  const date = new Date(iso ?? Number.NaN);
  return Number.isNaN(date.getTime()) ? ((await measure(home))?.mtime ?? new Date(0)) : date;
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (thrown) {
    if (systemCodeOf(thrown) === 'ENOENT') return [];
    throw thrown;
  }
}
