import { readFile } from 'node:fs/promises';
import { maybeDateIn } from '../../wire/plist/access.ts';
import { encodeBinary } from '../../wire/plist/binary-encode.ts';
import type { PlistDict, PlistInput } from '../../wire/plist/value.ts';
import { pathIn } from '../backup-files.ts';
import { parseManifestPlist } from '../metadata.ts';
import { readMetadata } from '../read-metadata.ts';
import type { Bench } from './bench.ts';
import { looksClear } from './clear-copy.ts';
import { type KeptCopy, twinOf } from './kept-copies.ts';
import type { Beyond, Mend, Repair } from './mend.ts';
import { dictOf } from './status-plist.ts';

const MANIFEST_PLIST = pathIn('Manifest.plist');
const MANIFEST_DB = pathIn('Manifest.db');
const ID = 'manifest-plist';

/**
 * A Manifest.plist that is missing, empty, unreadable, or does not belong to the list of files beside it. In an
 * encrypted backup it holds the keys, so only a copy of it will do.
 */
export const manifestPlist: Repair = {
  id: ID,
  async mend(bench) {
    const finds = await whatIsWrong(bench);
    if (finds === undefined) return [];
    const copy = await fittingCopy(bench);
    if (copy) return [mend(finds, `Puts back the copy that Thaw kept on ${dayOf(copy.madeAt)}.`)];
    const database = await databaseOf(bench);
    if (database !== undefined && looksClear(database)) return [await rebuild(bench, finds)];
    return [beyond(finds, database !== undefined)];
  },
};

async function whatIsWrong(bench: Bench): Promise<string | undefined> {
  const { view } = bench.draft;
  const plist = await readMetadata(view, 'Manifest.plist', parseManifestPlist);
  if (plist.state === 'missing') return 'Manifest.plist, which describes the backup, is missing or empty.';
  if (plist.state === 'damaged') return 'Manifest.plist, which describes the backup, cannot be read.';
  const other = plist.value.udid;
  if (other !== undefined && other.toLowerCase() !== bench.udid.toLowerCase())
    return 'Manifest.plist is of another phone.';
  const access = await bench.accessWith(plist.value);
  if (access.state === 'no-keys')
    return 'Manifest.plist says that the backup is encrypted, but its keys are damaged.';
  const physical = await view.physicalPath(MANIFEST_DB);
  if (physical === undefined || access.state === 'no-password' || access.state === 'wrong-password')
    return undefined;
  const clear = await bench.clear(physical, access);
  if (clear === undefined || looksClear(clear)) return undefined;
  // A list of files that is damaged from its beginning is another matter.
  return (await opensWithAnother(bench, physical))
    ? 'Manifest.plist is not of this list of files.'
    : undefined;
}

/** A kept copy that opens the list of files as it lies here; or, where nothing can be tried, that is of this very state. */
async function fittingCopy(bench: Bench): Promise<KeptCopy | undefined> {
  const { draft, kept } = bench;
  const twin = await twinOf(draft.view, 'Manifest.plist', kept);
  const physical = await databaseOf(bench);
  for (const copy of twin ? [twin, ...kept] : kept) {
    const path = copy.files.get('Manifest.plist');
    if (path === undefined) continue;
    const lone = physical === undefined && copy.files.has('Manifest.db');
    if (copy === twin || lone || (physical !== undefined && (await opens(bench, path, physical)))) {
      draft.adopt(MANIFEST_PLIST, path);
      return copy;
    }
  }
  return undefined;
}

/** Where the list of files lies; one without a byte is none. */
async function databaseOf({ draft: { view } }: Bench): Promise<string | undefined> {
  const stat = await view.stat(MANIFEST_DB);
  return stat?.size ? await view.physicalPath(MANIFEST_DB) : undefined;
}

async function opensWithAnother(bench: Bench, physical: string): Promise<boolean> {
  if (looksClear(physical)) return true;
  for (const { files } of bench.kept) {
    const path = files.get('Manifest.plist');
    if (path !== undefined && (await opens(bench, path, physical))) return true;
  }
  return false;
}

/** True when the list of files opens by this Manifest.plist. */
async function opens(bench: Bench, path: string, physical: string): Promise<boolean> {
  try {
    const plist = parseManifestPlist(await readFile(path));
    const clear = await bench.clear(physical, await bench.accessWith(plist));
    return clear !== undefined && looksClear(clear);
  } catch {
    return false;
  }
}

/** For a plain backup all that matters is in Info.plist and in the list of files. */
async function rebuild(bench: Bench, finds: string): Promise<Mend> {
  const info = await dictOf(bench, 'Info.plist');
  const status = await dictOf(bench, 'Status.plist');
  const lockdown: Record<string, PlistInput> = { UniqueDeviceID: bench.udid };
  for (const [key, name] of FROM_INFO) {
    const value = info?.get(name);
    if (value !== undefined) lockdown[key] = value;
  }
  const plist: PlistInput = {
    Version: '10.0',
    Date: (status && maybeDateIn(status, 'Date')) ?? bench.now,
    SystemDomainsVersion: '24.0',
    WasPasscodeSet: false,
    Lockdown: lockdown,
    Applications: applicationsOf(info),
    IsEncrypted: false,
  };
  await bench.draft.write(MANIFEST_PLIST, encodeBinary(plist));
  return mend(
    finds,
    'Writes it again: the backup is not encrypted, and what else it says is in Info.plist and the list of files.',
    'What the phone had noted in it about accessories and accessibility settings.',
  );
}

const FROM_INFO = [
  ['ProductVersion', 'Product Version'],
  ['ProductType', 'Product Type'],
  ['BuildVersion', 'Build Version'],
  ['SerialNumber', 'Serial Number'],
  ['DeviceName', 'Device Name'],
] as const;

function applicationsOf(info: PlistDict | undefined): PlistInput {
  const names = info?.get('Installed Applications');
  const apps = new Map<string, PlistInput>();
  if (Array.isArray(names))
    for (const name of names) {
      if (typeof name === 'string')
        apps.set(name, { CFBundleIdentifier: name, ContainerContentClass: 'Data/Application' });
    }
  return apps;
}

function beyond(finds: string, hasDatabase: boolean): Beyond {
  return {
    kind: 'beyond',
    id: ID,
    finds,
    why: hasDatabase
      ? 'The backup is encrypted and this file held its keys; no copy of it was found. Without the keys nobody can open its files, with the password neither: they are lost.'
      : 'The list of files is missing as well, and no copy of either was found.',
    next: hasDatabase
      ? 'If this folder was ever copied (another disk, a Time Machine or NAS copy), put the Manifest.plist of that copy here and repair again. Otherwise make a new backup.'
      : 'To get at what is here, use “thaw salvage”.',
    fatal: true,
  };
}

function mend(finds: string, changes: string, loses?: string): Mend {
  return { kind: 'mend', id: ID, finds, changes, ...(loses !== undefined && { loses }) };
}

export function dayOf(date: Date): string {
  return date.toLocaleDateString('sv-SE');
}
