import type { Stats } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { systemCodeOf } from '../../kit/errors.ts';
import { type BackupPath, partsOf } from '../backup-path.ts';
import { Folder, type StoredFile } from './tree.ts';

export type Found =
  | { readonly kind: 'folder'; readonly folder: Folder }
  | { readonly kind: 'file'; readonly node: number | StoredFile }
  /** A link, a device …: known to be there, never followed. */
  | { readonly kind: 'other' };

/** What is at a path: in the overlay, or on the disk where it shows through. */
export async function find(root: Folder, path: BackupPath): Promise<Found | undefined> {
  let found: Found = { kind: 'folder', folder: root };
  for (const part of partsOf(path)) {
    if (found.kind !== 'folder') return undefined;
    const next = await look(found.folder, part);
    if (!next) return undefined;
    found = next;
  }
  return found;
}

/** The real folder that shows through, once it was seen to be one: a link or a file is as good as nothing. */
export async function realUnder(folder: Folder): Promise<string | undefined> {
  if (folder.under === undefined || folder.checked) return folder.under;
  const stats = await measure(folder.under);
  if (!stats?.isDirectory()) folder.under = undefined;
  folder.checked = true;
  return folder.under;
}

/** What lies on the disk, links not followed; undefined for nothing. */
export async function measure(physical: string): Promise<Stats | undefined> {
  try {
    return await lstat(physical);
  } catch (thrown) {
    const code = systemCodeOf(thrown);
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw thrown;
  }
}

async function look(folder: Folder, name: string): Promise<Found | undefined> {
  const known = inOverlay(folder, name);
  if (known !== 'unknown') return known;
  const under = await realUnder(folder);
  if (under === undefined) return undefined;
  const physical = join(under, name);
  const stats = await measure(physical);
  // Somebody may have put something there in the meantime.
  const meanwhile = inOverlay(folder, name);
  if (meanwhile !== 'unknown') return meanwhile;
  if (!stats) return undefined;
  if (stats.isFile()) return { kind: 'file', node: { physical } };
  if (!stats.isDirectory()) return { kind: 'other' };
  const child = new Folder(physical);
  child.checked = true;
  folder.entries.set(name, child);
  return { kind: 'folder', folder: child };
}

function inOverlay(folder: Folder, name: string): Found | undefined | 'unknown' {
  const node = folder.entries.get(name);
  if (node === undefined) return 'unknown';
  if (node === null) return undefined;
  return node instanceof Folder ? { kind: 'folder', folder: node } : { kind: 'file', node };
}
