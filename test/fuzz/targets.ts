import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { entryOf } from '../../src/archive/backup-entry.ts';
import { formOf } from '../../src/archive/content/form.ts';
import { parseInfo, parseManifestPlist, parseStatus } from '../../src/archive/metadata.ts';
import { openBackup } from '../../src/archive/open-backup.ts';
import { viewOfFolder } from '../../src/vault/backup-view.ts';
import { parseKeybag } from '../../src/wire/keybag.ts';
import { MbdbReader } from '../../src/wire/mbdb.ts';
import { decodeMbFile, sizeOfMbFile } from '../../src/wire/mbfile.ts';
import { decodePlist } from '../../src/wire/plist/decode.ts';
import { keybags, manifest, mbdbs, mbFiles, plists } from './documents.ts';

/** A reader of bytes that nobody vouches for, and good documents it is fed, damaged. */
export interface Target {
  readonly name: string;
  readonly documents: readonly Uint8Array[];
  /** Throws nothing but our own typed errors, whatever the bytes. */
  readonly read: (bytes: Uint8Array) => unknown;
  /** For so many inputs of the others one of this: it works on a real file. */
  readonly slowness: number;
}

export const targets: readonly Target[] = [
  { name: 'property lists', documents: plists, read: decodePlist, slowness: 1 },
  { name: 'metadata', documents: plists, read: readMetadataAnyway, slowness: 1 },
  { name: 'MBFile blobs', documents: mbFiles, read: readMbFile, slowness: 1 },
  { name: 'rows of Manifest.db', documents: mbFiles, read: readRow, slowness: 1 },
  { name: 'keybags', documents: keybags, read: parseKeybag, slowness: 1 },
  { name: 'Manifest.mbdb', documents: mbdbs, read: readMbdb, slowness: 1 },
  { name: 'forms', documents: plists, read: formOf, slowness: 1 },
  { name: 'Manifest.db', documents: [manifest()], read: readManifest, slowness: 100 },
];

/** All three parsers see every document: what one refuses may please the next. */
function readMetadataAnyway(bytes: Uint8Array): void {
  const refusals: unknown[] = [];
  for (const parse of [parseStatus, parseManifestPlist, parseInfo]) {
    try {
      parse(bytes);
    } catch (thrown) {
      refusals.push(thrown);
    }
  }
  if (refusals.length > 0) throw refusals[0];
}

function readMbFile(bytes: Uint8Array): void {
  const size = sizeOfMbFile(bytes);
  const file = decodeMbFile(bytes);
  if (file.size !== size) throw new RangeError(`a size of ${size} at a glance, and of ${file.size}`);
}

/** A row never throws: it is an entry, or none. */
function readRow(file: Uint8Array): void {
  entryOf({ fileId: '0'.repeat(40), domain: 'HomeDomain', relativePath: 'a', flags: 1, file });
}

function readMbdb(bytes: Uint8Array): void {
  const reader = new MbdbReader();
  for (const _ of reader.push(bytes));
  reader.end();
}

const scratch = mkdtempSync(join(tmpdir(), 'thaw-fuzz-'));
process.once('exit', () => rmSync(scratch, { recursive: true, force: true }));

async function readManifest(bytes: Uint8Array): Promise<void> {
  writeFileSync(join(scratch, 'Manifest.db'), bytes);
  await using backup = await openBackup(viewOfFolder(scratch), {});
  backup.count();
  for (const { domain, relativePath } of backup.entries()) backup.find(domain, relativePath);
}
