import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { PartParser } from './part-parser.ts';
import { BlockCode, dataHeader, endBlock, errorBlock, nameBlock, noMoreFiles } from './parts.ts';

interface Sent {
  readonly path: string;
  readonly blocks: readonly Uint8Array[];
  readonly failure: string | undefined;
}

const name = fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' });
const sent: fc.Arbitrary<Sent> = fc.record({
  path: name,
  blocks: fc.array(fc.uint8Array({ minLength: 1, maxLength: 50 }), { maxLength: 4 }),
  failure: fc.option(fc.string({ minLength: 1, maxLength: 20 }), { nil: undefined }),
});

function batchOf(files: readonly Sent[]): Buffer {
  const parts = files.flatMap((file) => [
    nameBlock(`/private/var/${file.path}`),
    nameBlock(file.path),
    ...file.blocks.flatMap((block) => [dataHeader(block.length), block]),
    file.failure === undefined ? endBlock() : errorBlock(BlockCode.remoteError, file.failure),
  ]);
  return Buffer.concat([...parts, noMoreFiles()]);
}

function cut(bytes: Buffer, sizes: readonly number[]): Buffer[] {
  const pieces: Buffer[] = [];
  let at = 0;
  for (const size of sizes) {
    pieces.push(bytes.subarray(at, at + size));
    at += size;
  }
  return [...pieces, bytes.subarray(at)];
}

test('a batch comes out as it went in, however the stream is torn', () => {
  fc.assert(
    fc.property(
      fc.array(sent, { maxLength: 5 }),
      fc.array(fc.integer({ min: 0, max: 40 })),
      (files, sizes) => {
        const received: { path: string; bytes: Buffer; failure: string | undefined }[] = [];
        let current = { path: '', bytes: Buffer.alloc(0) };
        const parser = new PartParser(2, {
          file: ([, path = '']) => {
            current = { path, bytes: Buffer.alloc(0) };
          },
          data: (bytes) => {
            current.bytes = Buffer.concat([current.bytes, bytes]);
          },
          end: (code, text) =>
            received.push({ ...current, failure: code === BlockCode.end ? undefined : text }),
        });
        let after = Buffer.alloc(0);
        for (const piece of cut(Buffer.concat([batchOf(files), Buffer.from('next message')]), sizes)) {
          after = Buffer.concat([after, parser.push(piece)]);
        }
        assert.ok(parser.done);
        assert.equal(after.toString(), 'next message');
        assert.deepEqual(
          received,
          files.map(({ path, blocks, failure }) => ({ path, bytes: Buffer.concat(blocks), failure })),
        );
      },
    ),
  );
});

test('what the unmodified idevicebackup2 sends for a missing file is understood', () => {
  // Recorded form: block length 26, code 6, the text of ENOENT, then the end of the batch.
  const text = 'No such file or directory';
  const bytes = Buffer.concat([
    nameBlock('00008110-001A2B3C4D5E001E/Status.plist'),
    Buffer.from([0, 0, 0, 26, 6]),
    Buffer.from(text),
    Buffer.alloc(4),
  ]);
  const ends: [number, string][] = [];
  const parser = new PartParser(1, {
    file: () => {},
    data: () => {},
    end: (code, why) => ends.push([code, why]),
  });
  parser.push(bytes);
  assert.ok(parser.done);
  assert.deepEqual(ends, [[BlockCode.localError, text]]);
});

test('a stream out of step is an error at once, never a wait for gigabytes', () => {
  const parser = () => new PartParser(2, { file: () => {}, data: () => {}, end: () => {} });
  assert.throws(() => parser().push(Buffer.from('GET / HTTP/1.1')), { code: 'wire.devicelink' });
  const zeroBlock = Buffer.concat([nameBlock('a'), nameBlock('b'), Buffer.alloc(4)]);
  assert.throws(() => parser().push(zeroBlock), { code: 'wire.devicelink' });
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => {
      try {
        parser().push(Buffer.from(noise));
      } catch (thrown) {
        assert.ok(thrown instanceof Error && 'code' in thrown && thrown.code === 'wire.devicelink');
      }
    }),
  );
});
