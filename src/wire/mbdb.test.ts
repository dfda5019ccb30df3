import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { writeMbdb } from '../../test/support/mbdb-writer.ts';
import { WireError } from './errors.ts';
import { MbdbReader, type MbdbRecord } from './mbdb.ts';

const hex = (text: string): Buffer => Buffer.from(text.replaceAll(/\s/g, ''), 'hex');

/** Written out by hand after the field's descriptions of the format: one folder, one file with a property. */
const example = hex(`
  6d6264620500
  000a 486f6d65446f6d61696e  0007 4c696272617279  ffff ffff ffff
  41ed 0000000000000011 000001f5 000001f5 51000000 51000001 51000002 0000000000000000 00 00
  000a 486f6d65446f6d61696e  000f 4c6962726172792f782e706c697374  ffff
  0014 000102030405060708090a0b0c0d0e0f10111213  ffff
  81a4 0000000000000012 000001f5 000001f5 51000003 51000004 51000005 0000000000000003 04 01
  0002 6162  0001 63
`);

function readAll(bytes: Buffer, pieceBytes = bytes.length || 1): MbdbRecord[] {
  const reader = new MbdbReader();
  const records: MbdbRecord[] = [];
  for (let at = 0; at < bytes.length; at += pieceBytes)
    records.push(...reader.push(bytes.subarray(at, at + pieceBytes)));
  reader.end();
  return records;
}

describe('Manifest.mbdb', () => {
  test('is read field by field', () => {
    const [folder, file] = readAll(example);
    assert.deepEqual(folder, {
      domain: 'HomeDomain',
      path: 'Library',
      mode: 0o040755,
      inode: 0x11,
      userId: 501,
      groupId: 501,
      lastModified: 0x51000000,
      lastAccessed: 0x51000001,
      lastStatusChange: 0x51000002,
      size: 0,
      protectionClass: 0,
      properties: [],
    });
    assert.equal(file?.path, 'Library/x.plist');
    assert.deepEqual([file?.mode, file?.size, file?.protectionClass], [0o100644, 3, 4]);
    assert.deepEqual(file?.dataHash, hex('000102030405060708090a0b0c0d0e0f10111213'));
    assert.deepEqual(file?.properties, [[Buffer.from('ab'), Buffer.from('c')]]);
  });

  test('that is none, or is cut off, is told', () => {
    assert.throws(() => readAll(Buffer.from('bplist00')), { code: 'wire.mbdb' });
    assert.throws(() => readAll(Buffer.alloc(0)), { code: 'wire.mbdb' });
    assert.throws(() => readAll(example.subarray(0, -1)), { code: 'wire.mbdb' });
  });

  const number = (bits: number) => fc.integer({ min: 0, max: 2 ** bits - 1 });
  const data = fc.uint8Array({ minLength: 1, maxLength: 60 }).map((bytes) => Buffer.from(bytes));
  const record: fc.Arbitrary<MbdbRecord> = fc.record(
    {
      domain: fc.string({ unit: 'grapheme' }),
      path: fc.string({ unit: 'grapheme' }),
      target: fc.string({ unit: 'grapheme', minLength: 1 }),
      dataHash: data,
      encryptionKey: data,
      mode: number(16),
      inode: number(53),
      userId: number(32),
      groupId: number(32),
      lastModified: number(32),
      lastAccessed: number(32),
      lastStatusChange: number(32),
      size: number(53),
      protectionClass: number(8),
      properties: fc.array(fc.tuple(data, data), { maxLength: 3 }),
    },
    {
      noNullPrototype: true,
      requiredKeys: [
        'domain',
        'path',
        'mode',
        'inode',
        'userId',
        'groupId',
        'lastModified',
        'lastAccessed',
        'lastStatusChange',
        'size',
        'protectionClass',
        'properties',
      ],
    },
  );

  test('comes out as it was written, however it is cut into pieces', () => {
    fc.assert(
      fc.property(fc.array(record, { maxLength: 5 }), fc.integer({ min: 1, max: 300 }), (records, piece) => {
        assert.deepEqual(readAll(writeMbdb(records), piece), records);
      }),
      { numRuns: 200 },
    );
  });

  test('that is damaged is read or refused, nothing else', () => {
    fc.assert(
      fc.property(fc.nat(example.length - 1), fc.nat(255), fc.boolean(), (place, byte, cut) => {
        const bytes = Buffer.from(example);
        bytes[place] = byte;
        try {
          readAll(cut ? bytes.subarray(0, place) : bytes);
        } catch (error) {
          assert.ok(error instanceof WireError && error.code === 'wire.mbdb', String(error));
        }
      }),
      { numRuns: 500 },
    );
  });
});
