import { randomBytes } from 'node:crypto';
import { maybeDateIn, maybeDictIn, maybeStringIn } from '../../wire/plist/access.ts';
import type { PlistInput } from '../../wire/plist/value.ts';
import { encodeXml } from '../../wire/plist/xml-encode.ts';
import { pathIn } from '../backup-files.ts';
import { parseInfo } from '../metadata.ts';
import { readMetadata } from '../read-metadata.ts';
import type { Bench } from './bench.ts';
import { mendOf, type Repair } from './mend.ts';
import { dictOf } from './status-plist.ts';

const INFO = pathIn('Info.plist');

/** An Info.plist that is missing, empty, unreadable, or another phone's: programs know a backup by it. */
export const infoPlist: Repair = {
  id: 'info-plist',
  async mend(bench) {
    const info = await readMetadata(bench.draft.view, 'Info.plist', parseInfo);
    const named = info.state === 'read' ? info.value.udid?.toLowerCase() : undefined;
    if (named === bench.udid.toLowerCase()) return [];
    const kept = bench.kept.find(({ files }) => files.has('Info.plist'))?.files.get('Info.plist');
    if (kept === undefined) await bench.draft.write(INFO, Buffer.from(encodeXml(await rebuilt(bench))));
    else bench.draft.adopt(INFO, kept);
    const isCopied = kept !== undefined;
    return [
      mendOf(infoPlist.id, {
        finds: [{ code: named === undefined ? 'info-missing' : 'info-other-phone' }],
        changes: [{ code: isCopied ? 'newest-copy' : 'info-rebuilt' }],
        loses: isCopied ? [] : [{ code: 'icons' }],
      }),
    ];
  },
};

async function rebuilt(bench: Bench): Promise<PlistInput> {
  const manifest = await dictOf(bench, 'Manifest.plist');
  const lockdown = manifest && maybeDictIn(manifest, 'Lockdown');
  const text = (key: string, otherwise: string): string =>
    (lockdown && maybeStringIn(lockdown, key)) ?? otherwise;
  const apps = (manifest && maybeDictIn(manifest, 'Applications')) ?? new Map();
  return {
    Applications: {},
    'Build Version': text('BuildVersion', ''),
    'Device Name': text('DeviceName', 'iPhone'),
    'Display Name': text('DeviceName', 'iPhone'),
    GUID: randomBytes(16).toString('hex').toUpperCase(),
    'Installed Applications': [...apps]
      .filter(([name]) => !name.startsWith('group.'))
      .map(([name]) => String(name)),
    'Last Backup Date': (manifest && maybeDateIn(manifest, 'Date')) ?? bench.now,
    'Product Type': text('ProductType', ''),
    'Product Version': text('ProductVersion', ''),
    'Serial Number': text('SerialNumber', ''),
    'Target Identifier': bench.udid,
    'Target Type': 'Device',
    'Unique Identifier': bench.udid.toUpperCase(),
    'iTunes Files': {},
    'iTunes Settings': {},
    'iTunes Version': '10.0.1',
  };
}
