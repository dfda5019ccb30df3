import { readFile } from 'node:fs/promises';
import { isList } from '../../kit/is-list.ts';
import { maybeDateIn } from '../../wire/plist/access.ts';
import { encodeBinary } from '../../wire/plist/binary-encode.ts';
import type { PlistDict, PlistInput } from '../../wire/plist/value.ts';
import { pathIn } from '../backup-files.ts';
import { parseManifestPlist } from '../metadata.ts';
import { readMetadata } from '../read-metadata.ts';
import type { Bench } from './bench.ts';
import { looksClear } from './clear-copy.ts';
import { type KeptCopy, twinOf } from './kept-copies.ts';
import { type Beyond, beyondOf, type Mend, mendOf, type Repair } from './mend.ts';
import type { RepairSaying } from './saying.ts';
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
    if (copy) return [mend(finds, { code: 'copy-of-day', day: dayOf(copy.madeAt) })];
    const database = await databaseOf(bench);
    if (database !== undefined && looksClear(database)) return [await rebuild(bench, finds)];
    return [beyond(finds, database !== undefined)];
  },
};

async function whatIsWrong(bench: Bench): Promise<RepairSaying | undefined> {
  const { view } = bench.draft;
  const plist = await readMetadata(view, 'Manifest.plist', parseManifestPlist);
  if (plist.state === 'missing') return { code: 'manifest-missing' };
  if (plist.state === 'damaged') return { code: 'manifest-unreadable' };
  const other = plist.value.udid;
  if (other !== undefined && other.toLowerCase() !== bench.udid.toLowerCase())
    return { code: 'manifest-other-phone' };
  const access = await bench.accessWith(plist.value);
  if (access.state === 'no-keys') return { code: 'keys-damaged' };
  const physical = await view.physicalPath(MANIFEST_DB);
  if (physical === undefined || access.state === 'no-password' || access.state === 'wrong-password')
    return undefined;
  const clear = await bench.clear(physical, access);
  if (clear === undefined || looksClear(clear)) return undefined;
  // A list of files that is damaged from its beginning is another matter.
  return (await opensWithAnother(bench, physical)) ? { code: 'manifest-of-another-list' } : undefined;
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
async function rebuild(bench: Bench, finds: RepairSaying): Promise<Mend> {
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
  return mend(finds, { code: 'manifest-rebuilt' }, { code: 'accessories' });
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
  if (isList(names))
    for (const name of names) {
      if (typeof name === 'string')
        apps.set(name, { CFBundleIdentifier: name, ContainerContentClass: 'Data/Application' });
    }
  return apps;
}

function beyond(finds: RepairSaying, hasDatabase: boolean): Beyond {
  const said = {
    finds: [finds],
    why: { code: hasDatabase ? 'keys-lost' : 'list-missing-too' },
    next: { code: hasDatabase ? 'find-copy' : 'salvage-here' },
  } as const;
  return beyondOf(ID, said, true);
}

function mend(finds: RepairSaying, changes: RepairSaying, loses?: RepairSaying): Mend {
  return mendOf(ID, { finds: [finds], changes: [changes], loses: loses ? [loses] : [] });
}

export function dayOf(date: Date): string {
  return date.toLocaleDateString('sv-SE');
}
