import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { socketPair } from '../../../test/virtual/socket-pair.ts';
import { Channel } from '../../kit/channel.ts';
import { PartParser } from '../../wire/devicelink/part-parser.ts';
import { PartWriter } from './part-writer.ts';

const files = fc.array(
  fc.record({
    name: fc.string({ minLength: 1, maxLength: 40 }),
    pieces: fc.array(fc.integer({ min: 0, max: 300_000 }), { maxLength: 6 }),
    failed: fc.option(fc.string({ maxLength: 30 }), { nil: undefined }),
  }),
  { maxLength: 12 },
);

test('whatever is written, a computer reads the same files, whole, in order', async () => {
  await fc.assert(
    fc.asyncProperty(files, async (batch) => {
      const [phone, computer] = (await socketPair()).map((socket) => new Channel(socket));
      assert.ok(phone && computer);
      const writer = new PartWriter(phone);
      const reading = readBatch(computer);
      for (const { name, pieces, failed } of batch) {
        await writer.begin(`/var/${name}`, name);
        for (const [number, length] of pieces.entries()) await writer.data(Buffer.alloc(length, number));
        if (failed === undefined) await writer.end();
        else await writer.unreadable(failed);
      }
      await writer.finish();
      const expected = batch.map(({ name, pieces, failed }) => {
        const sha1 = hash(
          'sha1',
          Buffer.concat(pieces.map((length, number) => Buffer.alloc(length, number))),
        );
        return {
          names: [`/var/${name}`, name],
          sha1,
          code: failed === undefined ? 0 : 11,
          text: failed ?? '',
        };
      });
      assert.deepEqual(await reading, expected);
      phone.destroy();
    }),
    { numRuns: 40 },
  );
});

async function readBatch(channel: Channel) {
  const found: { names: readonly string[]; sha1: string; code: number; text: string }[] = [];
  let names: readonly string[] = [];
  let pieces: Buffer[] = [];
  const parser = new PartParser(2, {
    file: (of) => {
      names = of;
      pieces = [];
    },
    data: (bytes) => void pieces.push(bytes),
    end: (code, text) => void found.push({ names, sha1: hash('sha1', Buffer.concat(pieces)), code, text }),
  });
  while (!parser.done) parser.push((await channel.reader.readSome()) ?? Buffer.alloc(4));
  return found;
}
