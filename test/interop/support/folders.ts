import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { asDict } from '../../../src/wire/plist/access.ts';
import { decodePlist } from '../../../src/wire/plist/decode.ts';
import { encodeXml } from '../../../src/wire/plist/xml-encode.ts';

/** Fields that differ between two runs of any program: when it was, and which run it was. Nothing else may. */
const VOLATILE: Readonly<Record<string, readonly string[]>> = {
  'Info.plist': ['GUID', 'Last Backup Date'],
  'Status.plist': ['Date', 'UUID'],
  'Manifest.plist': ['Date'],
};

/** Every file of a backup folder with a fingerprint of its bytes; of the plists, without their volatile fields. */
export async function fingerprints(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const found = new Map<string, string>();
  for (const file of files.sort()) {
    const name = relative(folder, file);
    const bytes = await readFile(file);
    const volatile = VOLATILE[name];
    found.set(
      name,
      createHash('sha256')
        .update(volatile ? steady(bytes, volatile) : bytes)
        .digest('hex'),
    );
  }
  return found;
}

/** The plist with placeholders, and with what a decoder would not see: its form and its size. */
function steady(bytes: Buffer, volatile: readonly string[]): string {
  const dict = new Map(asDict(decodePlist(bytes)));
  for (const key of volatile) if (dict.has(key)) dict.set(key, 'volatile');
  const form = bytes.subarray(0, 8).toString();
  const text = form.startsWith('<?xml') ? maskXml(bytes.toString(), volatile) : encodeXml(dict);
  return `${form}\n${bytes.length}\n${text}`;
}

function maskXml(text: string, volatile: readonly string[]): string {
  return volatile.reduce(
    (masked, key) => masked.replace(new RegExp(`(<key>${key}</key>\\s*)<(\\w+)>[^<]*</\\2>`), '$1<masked/>'),
    text,
  );
}
