import { DatabaseSync } from 'node:sqlite';
import { fileIdOf } from '../../src/wire/file-id.ts';
import { encodeKeybag } from '../../src/wire/keybag.ts';
import { MANIFEST_DDL } from '../../src/wire/manifest-schema.ts';
import type { MbdbRecord } from '../../src/wire/mbdb.ts';
import { encodeMbFile, type MbFile } from '../../src/wire/mbfile.ts';
import { encodeBinary } from '../../src/wire/plist/binary-encode.ts';
import { type PlistInput, Real, Uid } from '../../src/wire/plist/value.ts';
import { encodeXml } from '../../src/wire/plist/xml-encode.ts';
import { writeMbdb } from '../support/mbdb-writer.ts';

// Good documents of every format that backups are made of. What is fuzzed is these, damaged.

const file: MbFile = {
  relativePath: 'Library/Notes/über.txt',
  size: 70_000,
  mode: 0o100644,
  userId: 501,
  groupId: 501,
  inode: 123_456,
  lastModified: 1_700_000_000,
  lastStatusChange: 1_700_000_000,
  birth: 1_600_000_000,
  protectionClass: 3,
  flags: 0,
  encryptionKey: Buffer.alloc(44, 3),
  digest: Buffer.alloc(20, 9),
};
export const mbFiles = [
  encodeMbFile(file),
  encodeMbFile({ ...file, size: 0, mode: 0o040755, relativePath: '' }),
  encodeMbFile({ ...file, mode: 0o120755, target: '/var/mobile', extendedAttributes: Buffer.alloc(300, 1) }),
];

const values: readonly PlistInput[] = [
  {
    SnapshotState: 'finished',
    BackupState: 'new',
    Version: '3.3',
    Date: new Date(1.7e12),
    IsFullBackup: true,
  },
  {
    IsEncrypted: true,
    BackupKeyBag: Buffer.alloc(100, 5),
    ManifestKey: Buffer.alloc(44, 1),
    Lockdown: { UniqueDeviceID: '00008140-000A11112222333C', ProductVersion: '26.2' },
  },
  [
    'a',
    'ä',
    '世界',
    0,
    -1,
    2 ** 53 - 1,
    2n ** 63n,
    new Real(1.5),
    new Uid(7),
    false,
    [[[[]]]],
    Buffer.alloc(0),
  ],
  // Every list twice in the one around it.
  Array.from({ length: 5 }).reduce<PlistInput>((inner) => [inner, inner], 'ha'),
];
export const plists = [
  ...values.map((value) => encodeBinary(value)),
  ...values.slice(0, 2).map((value) => Buffer.from(encodeXml(value))),
  ...mbFiles,
];

const entry = (protectionClass: number) => ({
  uuid: Buffer.alloc(16, protectionClass),
  protectionClass,
  wrap: 2,
  keyType: 0,
  wrappedKey: Buffer.alloc(40, protectionClass),
});
export const keybags = [
  encodeKeybag({
    ...{ version: 5, type: 1, uuid: Buffer.alloc(16, 1), hmacKey: Buffer.alloc(40, 2), wrap: 0 },
    inner: { salt: Buffer.alloc(20, 3), rounds: 10_000 },
    outer: { salt: Buffer.alloc(20, 4), rounds: 10_000_000 },
    classes: [1, 2, 3, 4].map(entry),
  }),
];

const record: MbdbRecord = {
  ...{
    domain: 'HomeDomain',
    path: 'Library/SMS/sms.db',
    mode: 0o100644,
    inode: 5,
    userId: 501,
    groupId: 501,
  },
  ...{ lastModified: 1e9, lastAccessed: 1e9, lastStatusChange: 1e9, size: 1000, protectionClass: 3 },
  properties: [[Buffer.from('name'), Buffer.from('value')]],
};
export const mbdbs = [
  writeMbdb([]),
  writeMbdb([
    record,
    { ...record, target: '/var' },
    { ...record, dataHash: Buffer.alloc(20), encryptionKey: Buffer.alloc(44) },
  ]),
];

/** A small Manifest.db. */
export function manifest(): Buffer {
  using database = new DatabaseSync(':memory:');
  for (const statement of MANIFEST_DDL) database.exec(statement);
  const insert = database.prepare('INSERT INTO Files VALUES (?, ?, ?, ?, ?)');
  for (const [index, blob] of mbFiles.entries()) {
    const path = `Library/${index}`;
    insert.run(fileIdOf('HomeDomain', path), 'HomeDomain', path, 2 ** index, blob);
  }
  return Buffer.from(database.serialize());
}
