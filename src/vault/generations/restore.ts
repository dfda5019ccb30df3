import { join } from 'node:path';
import { type BackupPath, childPath } from '../backup-path.ts';
import { type BackupView, TreeView } from '../backup-view.ts';
import type { Committed } from '../commit/commit.ts';
import type { Layout } from '../layout.ts';
import type { VaultRun } from '../vault-run.ts';
import type { Earlier } from './undo.ts';

/** Brings an earlier generation back through a run of its own: see `Vault.restore`. */
export async function restoreInto(
  run: VaultRun,
  layout: Layout,
  { root, touched }: Earlier,
  movingOf: (view: BackupView) => Promise<Uint8Array>,
  signal?: AbortSignal,
): Promise<Committed> {
  const view = new TreeView(root);
  for (const path of touched) {
    signal?.throwIfAborted();
    await bringBack(run, view, layout, path);
  }
  return await run.commit(await movingOf(view), signal);
}

async function bringBack(run: VaultRun, view: BackupView, layout: Layout, path: BackupPath): Promise<void> {
  const then = await view.stat(path);
  const now = await run.view.stat(path);
  if (now && now.kind !== then?.kind) await run.remove([path]);
  if (then?.kind === 'folder') {
    await run.createDirectory(path);
    const names = new Set([...(await view.list(path)), ...(await run.list(path))].map(({ name }) => name));
    for (const name of names) await bringBack(run, view, layout, childPath(path, name));
    return;
  }
  const physical = await view.physicalPath(path);
  // What changed and changed back is in its place already.
  if (physical !== undefined && physical !== join(layout.folder, path)) await run.adopt(physical, path);
}
