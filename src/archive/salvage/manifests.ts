import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isAbort } from '../../kit/errors.ts';
import type { BackupView } from '../../vault/backup-view.ts';
import { pathIn } from '../backup-files.ts';
import { type ManifestPlist, parseManifestPlist } from '../metadata.ts';
import { carveRows } from '../repair/carve-rows.ts';
import { clearCopy, looksClear } from '../repair/clear-copy.ts';
import type { KeptCopy } from '../repair/kept-copies.ts';
import { mbFileOf, type NamedRow } from '../repair/row-names.ts';
import { type BackupKeys, unlock } from '../unlock.ts';
import type { Ledger } from './ledger.ts';

/** What the lists of files, and what is left of them, gave. */
export interface ManifestNames {
  /** By the numbers the ledger names them by. */
  readonly keys: readonly BackupKeys[];
  /** Some list says that the files are encrypted. */
  readonly encrypted: boolean;
  /** Rows that could be read. */
  readonly rows: number;
}

export interface ManifestSources {
  readonly view: BackupView;
  readonly kept: readonly KeptCopy[];
  readonly password: string | undefined;
  /** An own folder, closed to others. */
  readonly scratch: string;
}

/**
 * Names files by every list there is: the backup's own, that of a run that was cut, and the copies the vault kept,
 * each as far as it can be read and opened by any of the keys.
 */
export async function nameByManifests(
  sources: ManifestSources,
  ledger: Ledger,
  signal?: AbortSignal,
): Promise<ManifestNames> {
  const { view, kept, scratch } = sources;
  const own = [
    await view.physicalPath(pathIn('Manifest.plist')),
    await view.physicalPath(pathIn('Snapshot/Manifest.plist')),
  ];
  const plists = await plistsAt([...own, ...kept.map(({ files }) => files.get('Manifest.plist'))]);
  const keys = await keysOf(plists, sources.password, signal);
  const lists = [
    await view.physicalPath(pathIn('Manifest.db')),
    await view.physicalPath(pathIn('Snapshot/Manifest.db')),
  ];
  let rows = 0;
  const bare: NamedRow[] = [];
  for (const list of [...lists, ...kept.map(({ files }) => files.get('Manifest.db'))]) {
    if (list === undefined) continue;
    signal?.throwIfAborted();
    const clear = join(scratch, 'Manifest.db');
    const opened = await openedBy(list, keys, clear, signal);
    if (opened) rows += addRows(clear, opened.keys, ledger, bare);
    await rm(clear, { force: true });
  }
  for (const { fileId, domain, relativePath: path } of bare)
    ledger.addName(fileId, { domain, path, source: 'manifest', blob: undefined, keys: undefined });
  return { keys, encrypted: plists.some(({ encrypted }) => encrypted), rows };
}

/** Copies a list in the clear; `keys`: the number of those that opened it. Undefined when none does. */
async function openedBy(
  list: string,
  keys: readonly BackupKeys[],
  to: string,
  signal: AbortSignal | undefined,
): Promise<{ keys: number | undefined } | undefined> {
  if (looksClear(list)) {
    await clearCopy(list, undefined, to, signal);
    // Before iOS 10.2 the list of an encrypted backup was in the clear.
    return { keys: keys.length > 0 ? 0 : undefined };
  }
  for (const [number, { manifestKey }] of keys.entries()) {
    if (!manifestKey) continue;
    await clearCopy(list, manifestKey, to, signal);
    if (looksClear(to)) return { keys: number };
  }
  return undefined;
}

/** Rows whose details are damaged go to `bare`: another list may have them whole, with the file's key. */
function addRows(clear: string, keys: number | undefined, ledger: Ledger, bare: NamedRow[]): number {
  let rows = 0;
  for (const { fileId, domain, relativePath, flags, file } of carveRows(clear)) {
    rows += 1;
    if (flags !== 1) continue;
    if (mbFileOf(file))
      ledger.addName(fileId, { domain, path: relativePath, source: 'manifest', blob: file, keys });
    else bare.push({ fileId, domain, relativePath });
  }
  return rows;
}

async function plistsAt(paths: readonly (string | undefined)[]): Promise<ManifestPlist[]> {
  const plists: ManifestPlist[] = [];
  for (const path of paths) {
    if (path === undefined) continue;
    try {
      plists.push(parseManifestPlist(await readFile(path)));
    } catch {
      // One more that cannot be read.
    }
  }
  return plists;
}

async function keysOf(
  plists: readonly ManifestPlist[],
  password: string | undefined,
  signal: AbortSignal | undefined,
): Promise<BackupKeys[]> {
  const tried = new Set<string>();
  const keys: BackupKeys[] = [];
  for (const plist of plists) {
    const id = Buffer.from(plist.keybag ?? []).toString('base64');
    if (!plist.encrypted || password === undefined || tried.has(id)) continue;
    tried.add(id);
    try {
      const opened = await unlock(plist, password, signal);
      if (opened) keys.push(opened);
    } catch (thrown) {
      if (isAbort(thrown, signal)) throw thrown;
    }
  }
  return keys;
}
