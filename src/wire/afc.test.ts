import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ByteReader } from '../kit/byte-reader.ts';
import { afcStrings, encodeAfcPacket, readAfcPacket, splitAfcStrings } from './afc.ts';

function readerOf(bytes: Uint8Array): ByteReader {
  const reader = new ByteReader();
  reader.push(Buffer.from(bytes));
  reader.end();
  return reader;
}

test('a packet survives the journey', async () => {
  const bytes = fc.uint8Array({ maxLength: 64 });
  await fc.assert(
    fc.asyncProperty(
      fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
      fc.nat(0x28),
      bytes,
      bytes,
      async (number, operation, data, payload) => {
        const packet = { number, operation, data: Buffer.from(data), payload: Buffer.from(payload) };
        assert.deepEqual(await readAfcPacket(readerOf(encodeAfcPacket(packet))), packet);
      },
    ),
  );
});

test('the bytes libimobiledevice 1.3.0 sends to look at a file are understood', async () => {
  const path = '/iTunes_Control/iTunes/iTunesPrefs';
  const header = Buffer.alloc(40);
  header.write('CFA6LPAA');
  header.writeUInt32LE(40 + path.length + 1, 8);
  header.writeUInt32LE(40 + path.length + 1, 16);
  header.writeUInt32LE(3, 24);
  header.writeUInt32LE(0x0a, 32);
  const packet = await readAfcPacket(readerOf(Buffer.concat([header, Buffer.from(`${path}\0`)])));
  assert.equal(packet.operation, 0x0a);
  assert.deepEqual(splitAfcStrings(packet.data), [path]);
});

test('noise and lies about lengths are refused', async () => {
  await assert.rejects(readAfcPacket(readerOf(Buffer.alloc(40))), { code: 'wire.afc' });
  const huge = encodeAfcPacket({ number: 1n, operation: 3, data: afcStrings('/') });
  huge.writeBigUInt64LE(2n ** 40n, 8);
  await assert.rejects(readAfcPacket(readerOf(huge)), { code: 'wire.afc' });
});
