import type { MbdbRecord } from '../../src/wire/mbdb.ts';

/** A Manifest.mbdb as iOS before 10 wrote it. Only tests write this format. */
export function writeMbdb(records: readonly MbdbRecord[]): Buffer {
  return Buffer.concat([Buffer.from('mbdb\x05\x00', 'latin1'), ...records.map(writeRecord)]);
}

function writeRecord(record: MbdbRecord): Buffer {
  const fixed = Buffer.alloc(40);
  fixed.writeUInt16BE(record.mode, 0);
  fixed.writeBigUInt64BE(BigInt(record.inode), 2);
  const numbers = [record.userId, record.groupId, record.lastModified, record.lastAccessed];
  for (const [index, number] of [...numbers, record.lastStatusChange].entries())
    fixed.writeUInt32BE(number, 10 + index * 4);
  fixed.writeBigUInt64BE(BigInt(record.size), 30);
  fixed.writeUInt8(record.protectionClass, 38);
  fixed.writeUInt8(record.properties.length, 39);
  return Buffer.concat([
    text(record.domain),
    text(record.path),
    text(record.target),
    text(record.dataHash),
    text(record.encryptionKey),
    fixed,
    ...record.properties.flatMap(([name, value]) => [text(name), text(value)]),
  ]);
}

function text(value: string | Uint8Array | undefined): Buffer {
  if (value === undefined) return Buffer.from([0xff, 0xff]);
  const bytes = Buffer.from(value);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(bytes.length);
  return Buffer.concat([length, bytes]);
}
