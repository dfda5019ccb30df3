import { randomBytes } from 'node:crypto';
import { maybeDateIn, maybeDictIn, maybeStringIn } from '../../wire/plist/access.ts';
import type { PlistInput } from '../../wire/plist/value.ts';
import { encodeXml } from '../../wire/plist/xml-encode.ts';
import { pathIn } from '../backup-files.ts';
import { parseInfo } from '../metadata.ts';
import { readMetadata } from '../read-metadata.ts';
import type { Bench } from './bench.ts';
import { type Mend, mendOf, type Repair } from './mend.ts';
import { dictOf } from './status-plist.ts';

const INFO = pathIn('Info.plist');
/** What Manifest.plist repeats of what Info.plist says. */
const LOCKDOWN = [
  ['Build Version', 'BuildVersion'],
  ['Device Name', 'DeviceName'],
  ['Display Name', 'DeviceName'],
  ['Product Type', 'ProductType'],
  ['Product Version', 'ProductVersion'],
  ['Serial Number', 'SerialNumber'],
] as const;

/** An Info.plist that is missing, empty, unreadable, or another phone's: programs know a backup by it. */
export const infoPlist: Repair = {
  id: 'info-plist',
  async mend(bench) {
    const info = await readMetadata(bench.draft.view, 'Info.plist', parseInfo);
    const named = info.state === 'read' ? info.value.udid?.toLowerCase() : undefined;
    if (named === bench.udid.toLowerCase()) return await withApps(bench);
    const finds = [{ code: named === undefined ? 'info-missing' : 'info-other-phone' }] as const;
    const kept = bench.kept.find(({ files }) => files.has('Info.plist'))?.files.get('Info.plist');
    if (kept !== undefined) {
      bench.draft.adopt(INFO, kept);
      return [mendOf(infoPlist.id, { finds, changes: [{ code: 'newest-copy' }], loses: [] })];
    }
    const phone = await bench.infoOfPhone?.(bench.udid);
    const known = await knownOf(bench);
    const written = phone ? new Map<string, PlistInput>([...phone, ...known]) : withPlaceholders(known);
    await bench.draft.write(INFO, Buffer.from(encodeXml(written)));
    return [
      mendOf(infoPlist.id, {
        finds,
        changes: [{ code: phone ? 'info-from-phone' : 'info-rebuilt' }],
        loses: phone ? [] : [{ code: 'icons' }],
      }),
    ];
  },
};

async function withApps(bench: Bench): Promise<readonly Mend[]> {
  const info = await dictOf(bench, 'Info.plist');
  if (!info || maybeDictIn(info, 'Applications')) return [];
  await bench.draft.write(INFO, Buffer.from(encodeXml(new Map([...info, ['Applications', new Map()]]))));
  return [
    mendOf(infoPlist.id, {
      finds: [{ code: 'info-without-apps' }],
      changes: [{ code: 'apps-left-empty' }],
      loses: [],
    }),
  ];
}

/** What the backup itself tells: of the phone as it was then, which may have another iOS by now. */
async function knownOf(bench: Bench): Promise<Map<string, PlistInput>> {
  const manifest = await dictOf(bench, 'Manifest.plist');
  const lockdown = manifest && maybeDictIn(manifest, 'Lockdown');
  const known = new Map<string, PlistInput>();
  for (const [name, key] of LOCKDOWN) {
    const value = lockdown && maybeStringIn(lockdown, key);
    if (value !== undefined) known.set(name, value);
  }
  const apps = [...((manifest && maybeDictIn(manifest, 'Applications')) ?? [])].map(([name]) => String(name));
  const installed = apps.filter((name) => !name.startsWith('group.'));
  if (installed.length > 0) known.set('Installed Applications', installed);
  known.set('Last Backup Date', (manifest && maybeDateIn(manifest, 'Date')) ?? bench.now);
  known.set('Target Identifier', bench.udid);
  known.set('Unique Identifier', bench.udid.toUpperCase());
  return known;
}

/** What programs expect to find, and nobody can tell any more. */
function withPlaceholders(known: ReadonlyMap<string, PlistInput>): Map<string, PlistInput> {
  return new Map<string, PlistInput>([
    ['Applications', {}],
    ['Build Version', ''],
    ['Device Name', 'iPhone'],
    ['Display Name', 'iPhone'],
    ['GUID', randomBytes(16).toString('hex').toUpperCase()],
    ['Installed Applications', []],
    ['Product Type', ''],
    ['Product Version', ''],
    ['Serial Number', ''],
    ['Target Type', 'Device'],
    ['iTunes Files', {}],
    ['iTunes Settings', {}],
    ['iTunes Version', '10.0.1'],
    ...known,
  ]);
}
