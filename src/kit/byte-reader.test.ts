import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ByteReader } from './byte-reader.ts';

test('whatever the pieces, reads of any sizes give the same bytes in order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.uint8Array({ minLength: 1, maxLength: 40 }), { maxLength: 20 }),
      fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 40 }),
      async (pieces, sizes) => {
        const all = Buffer.concat(pieces);
        const reader = new ByteReader();
        const feeding = (async () => {
          for (const piece of pieces) {
            await Promise.resolve();
            reader.push(Buffer.from(piece));
          }
          reader.end();
        })();
        let at = 0;
        for (const size of sizes) {
          if (at + size > all.length) break;
          assert.deepEqual(await reader.read(size), all.subarray(at, at + size));
          at += size;
        }
        for (let rest = await reader.readSome(); rest; rest = await reader.readSome()) {
          assert.deepEqual(rest, all.subarray(at, at + rest.length));
          at += rest.length;
        }
        assert.equal(at, all.length);
        await feeding;
      },
    ),
  );
});

test('a stream that ends too early says how much was missing', async () => {
  const reader = new ByteReader();
  reader.push(Buffer.from('abc'));
  reader.end();
  await assert.rejects(reader.read(4), { code: 'stream.ended' });
  assert.equal((await reader.read(3)).toString(), 'abc');
  assert.equal(await reader.readSome(), undefined);
});

test('a stream that breaks gives its cause to the reader that waits', async () => {
  const reader = new ByteReader();
  const waiting = reader.readSome();
  reader.end(new Error('reset'));
  await assert.rejects(waiting, (error: Error) => error.message.includes('reset'));
});

test('bytes given back are read first', async () => {
  const reader = new ByteReader();
  reader.push(Buffer.from('world'));
  reader.unread(Buffer.from('hello '));
  assert.equal((await reader.read(11)).toString(), 'hello world');
});

test('an aborted read leaves the bytes for the next one', async () => {
  const reader = new ByteReader();
  const abort = new AbortController();
  const waiting = reader.read(2, abort.signal);
  abort.abort(new Error('enough'));
  await assert.rejects(waiting, /enough/);
  reader.push(Buffer.from('ok'));
  assert.equal((await reader.read(2)).toString(), 'ok');
});

test('whatever has come and is still to come is given on piece by piece until it is enough', async () => {
  const reader = new ByteReader();
  reader.push(Buffer.from('one'));
  const pieces: string[] = [];
  const taken = reader.each((piece) => {
    pieces.push(piece.toString());
    return pieces.length < 3 ? 'more' : 'enough';
  });
  for (const word of ['two', 'three', 'four']) reader.push(Buffer.from(word));
  await taken;
  assert.deepEqual(pieces, ['one', 'two', 'three']);
  assert.equal((await reader.read(4)).toString(), 'four');
});

test('what a taker gives back is read next, and what it throws is told', async () => {
  const reader = new ByteReader();
  const halved = reader.each((piece) => {
    reader.unread(piece.subarray(2));
    return 'enough';
  });
  reader.push(Buffer.from('halves'));
  await halved;
  assert.equal((await reader.read(4)).toString(), 'lves');
  const refused = reader.each(() => {
    throw new Error('not this');
  });
  reader.push(Buffer.from('any'));
  await assert.rejects(refused, /not this/);
});

test('an end in the middle reaches whoever takes piece by piece', async () => {
  const reader = new ByteReader();
  const taken = reader.each(() => 'more');
  reader.push(Buffer.from('some'));
  reader.end();
  await assert.rejects(taken, { code: 'stream.ended' });
  await assert.rejects(
    reader.each(() => 'more'),
    { code: 'stream.ended' },
  );
});

test('a reader that wants more than the feeder would buffer keeps the feeder going', () => {
  const asked: number[] = [];
  const reader = new ByteReader((buffered) => asked.push(buffered));
  void reader.read(10);
  reader.push(Buffer.alloc(6));
  assert.deepEqual(asked, [0, 0]);
});
