import { randomUUID } from 'node:crypto';
import { movingStatus } from '../archive/status.ts';
import type { Clock } from '../kit/clock.ts';
import type { Committed } from '../vault/commit/commit.ts';
import { checkDestination } from '../vault/destination.ts';
import { type Generation, listGenerations } from '../vault/generations/generation.ts';
import type { Pruned } from '../vault/generations/prune.ts';
import { layoutOf } from '../vault/layout.ts';
import { openVault, type Vault } from '../vault/vault.ts';
import { type BackupFolder, findBackup } from './find-backup.ts';

/** Which backup is meant. */
export interface HistoryRequest {
  /** The backup's folder, or the one that holds it. */
  readonly folder: string;
  readonly udid?: string;
}

export interface History {
  readonly backup: BackupFolder;
  /** Oldest first; none for a backup that Thaw never wrote. */
  readonly generations: readonly Generation[];
}

/** The states of a backup there is a trace of. Changes nothing, so that it works on a disk that can only be read. */
export async function listHistory({ folder, udid }: HistoryRequest): Promise<History> {
  const backup = await findBackup(folder, udid);
  return { backup, generations: await listGenerations(layoutOf(backup.destination, backup.udid)) };
}

/** Makes an earlier state the backup again; what is the backup now is kept as a state of its own. */
export async function restoreGeneration(
  request: HistoryRequest,
  generation: number,
  clock: Clock,
  signal: AbortSignal,
): Promise<Committed> {
  const vault = await vaultOf(request, clock, signal);
  return await vault.restore(generation, { run: randomUUID(), movingOf: movingStatus }, signal);
}

/** Deletes all but the newest `keep` earlier states. */
export async function pruneHistory(
  request: HistoryRequest,
  keep: number,
  clock: Clock,
  signal: AbortSignal,
): Promise<Pruned> {
  const vault = await vaultOf(request, clock, signal);
  return await vault.prune(keep, signal);
}

async function vaultOf({ folder, udid }: HistoryRequest, clock: Clock, signal: AbortSignal): Promise<Vault> {
  const backup = await findBackup(folder, udid);
  return openVault(await checkDestination(backup.destination, signal), backup.udid, { clock });
}
