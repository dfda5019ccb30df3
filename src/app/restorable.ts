import type { Clock } from '../kit/clock.ts';
import { type BackupView, TreeView, viewOfFolder } from '../vault/backup-view.ts';
import { treeOfGeneration } from '../vault/generations/undo.ts';
import { layoutOf } from '../vault/layout.ts';
import { holdForReading } from '../vault/reading.ts';
import { type BackupFolder, findBackup } from './find-backup.ts';

/** A backup that is to be put on to a phone, held so that no run changes it meanwhile. */
export interface Restorable extends BackupFolder, AsyncDisposable {
  readonly view: BackupView;
}

/**
 * Finds the backup, or the earlier state of it that is wanted. Rejects with `backup.none-here`, `vault.no-generation`,
 * or `vault.busy` while a run is at work on it.
 */
export async function openRestorable(
  wanted: { readonly folder: string; readonly source?: string; readonly generation?: number },
  clock: Clock,
  signal: AbortSignal,
): Promise<Restorable> {
  const backup = await findBackup(wanted.folder, wanted.source, '--source');
  const layout = layoutOf(backup.destination, backup.udid);
  await using holding = new AsyncDisposableStack();
  holding.use(await holdForReading(layout, clock, signal));
  const view =
    wanted.generation === undefined
      ? viewOfFolder(backup.path)
      : new TreeView((await treeOfGeneration(layout, wanted.generation)).root);
  const held = holding.move();
  return { ...backup, view, [Symbol.asyncDispose]: () => held[Symbol.asyncDispose]() };
}
