import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../../kit/clock.ts';
import { enterHome } from '../home.ts';
import type { Layout } from '../layout.ts';
import { makePrivateFolder } from '../private-folder.ts';
import { listGenerations } from './generation.ts';

export interface Pruned {
  /** The numbers of the generations that are gone, oldest first. */
  readonly generations: readonly number[];
  /** Bytes their files took; overlays that had been set aside are not counted. */
  readonly bytes: number;
}

/** Deletes old generations and what was set aside: see `Vault.prune`. */
export async function pruneGenerations(
  layout: Layout,
  clock: Clock,
  keep: number,
  signal?: AbortSignal,
): Promise<Pruned> {
  const home = await enterHome(layout, clock, signal);
  await using _resources = home.resources;
  const earlier = (await listGenerations(layout)).filter(({ state }) => state !== 'current');
  const old = earlier.slice(0, Math.max(0, earlier.length - keep));
  await makePrivateFolder(layout.trash);
  for (const { number } of old) await discard(layout, join(layout.generations, String(number)));
  await rm(layout.aside, { recursive: true, force: true });
  await rm(layout.trash, { recursive: true, force: true });
  return {
    generations: old.map(({ number }) => number),
    bytes: old.reduce((sum, { keptBytes }) => sum + keptBytes, 0),
  };
}

/** Out of sight in one step, so that a generation is never half there. */
async function discard(layout: Layout, path: string): Promise<void> {
  await rename(path, join(layout.trash, crypto.randomUUID()));
}
