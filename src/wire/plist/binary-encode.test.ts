import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { WireError } from '../errors.ts';
import { encodeBinary } from './binary-encode.ts';
import { type PlistInput, Real, Uid } from './value.ts';

/** The bytes of the only object of a document. */
function objectOf(value: PlistInput): string {
  return encodeBinary(value).subarray(8, -33).toString('hex');
}

describe('the binary form', () => {
  test('takes the narrowest integer: 1, 2 and 4 bytes unsigned, 8 signed, 16 above 2^63-1', () => {
    assert.equal(objectOf(0), '1000');
    assert.equal(objectOf(255), '10ff');
    assert.equal(objectOf(256), '110100');
    assert.equal(objectOf(65_536), '1200010000');
    assert.equal(objectOf(2 ** 32), '130000000100000000');
    assert.equal(objectOf(-6), '13fffffffffffffffa');
    assert.equal(objectOf(2n ** 63n - 1n), '137fffffffffffffff');
    assert.equal(objectOf(2n ** 63n), '1400000000000000008000000000000000');
  });

  test('tells reals, dates, UIDs and both kinds of text', () => {
    assert.equal(objectOf(new Real(2.1)), '234000cccccccccccd');
    assert.equal(objectOf(new Date('2001-01-01T00:00:01Z')), '333ff0000000000000');
    assert.equal(objectOf(new Uid(1)), '8001');
    assert.equal(objectOf(new Uid(256)), '810100');
    assert.equal(objectOf('abc'), '53616263');
    assert.equal(objectOf('é😀'), '6300e9d83dde00');
  });

  test('puts counts from 15 on into an integer of their own', () => {
    assert.equal(objectOf(Buffer.alloc(14, 1)).slice(0, 4), '4e01');
    assert.equal(objectOf(Buffer.alloc(15, 1)).slice(0, 8), '4f100f01');
    assert.equal(objectOf('x'.repeat(300)).slice(0, 8), '5f11012c');
  });

  test('writes the six keys of a Status.plist in 189 bytes, as iPhones do', () => {
    const status = encodeBinary({
      IsFullBackup: false,
      Version: '3.3',
      UUID: '00000000-0000-0000-0000-000000000000',
      Date: new Date('2026-01-02T03:04:05Z'),
      BackupState: 'new',
      SnapshotState: 'finished',
    });
    assert.equal(status.length, 189);
  });

  test('widens references with the number of objects, and shares equal strings', () => {
    const distinct = encodeBinary(Array.from({ length: 300 }, (_, i) => i));
    assert.equal(distinct.at(-25), 2);
    const shared = encodeBinary(Array.from({ length: 300 }, () => 'DLFileTypeRegular'));
    assert.equal(shared.at(-25), 1);
  });

  test('leaves undefined out, and takes __proto__ for a key like any other', () => {
    assert.deepEqual(encodeBinary({ a: 1, b: undefined }), encodeBinary(new Map([['a', 1]])));
    assert.ok(encodeBinary(new Map([['__proto__', 1]])).includes('__proto__'));
  });

  test('refuses what a property list cannot hold', () => {
    const itself: PlistInput[] = [];
    itself.push(itself);
    for (const value of [1.5, 2 ** 53, Number.NaN, 2n ** 64n, new Uid(-1), new Date(Number.NaN), itself]) {
      assert.throws(() => encodeBinary(value), WireError);
    }
  });
});

test('a listing of 50,000 files is no burden', () => {
  const date = new Date('2026-01-02T03:04:05Z');
  const file = (size: number) => ({
    DLFileType: 'DLFileTypeRegular',
    DLFileSize: size,
    DLFileModificationDate: date,
  });
  const listing = new Map(Array.from({ length: 50_000 }, (_, i) => [`${i}`.padStart(40, '0'), file(i)]));
  const started = process.cpuUsage();
  const bytes = encodeBinary(listing);
  const { user } = process.cpuUsage(started);
  assert.ok(bytes.length > 50_000 * 40);
  assert.ok(user < 2_000_000, `${user} µs of processor time`);
});
