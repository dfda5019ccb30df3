import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decodeFrames, encodeFrame, encodeFrames } from './record-log.ts';

const recordsOf = (bytes: Buffer): unknown[] => [...decodeFrames(bytes)].flatMap(({ records }) => records);

test('records come back as they were written', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.oneof(fc.string(), fc.nat()))), (records) => {
      assert.deepEqual(recordsOf(Buffer.concat([...encodeFrames(records)])), records);
    }),
  );
});

test('a log torn at any byte gives whole frames from the beginning, and where they end', () => {
  const frames = [encodeFrame([1, 2]), encodeFrame(['x'.repeat(40)]), encodeFrame([3])];
  const log = Buffer.concat(frames);
  const ends = frames.map((_, index) => Buffer.concat(frames.slice(0, index + 1)).length);
  for (let cut = 0; cut <= log.length; cut += 1) {
    const whole = ends.filter((end) => end <= cut);
    assert.deepEqual(
      [...decodeFrames(log.subarray(0, cut))].map(({ end }) => end),
      whole,
    );
  }
});

test('a byte changed anywhere ends the log there', () => {
  const log = Buffer.concat([encodeFrame([1]), encodeFrame([2])]);
  for (let at = 0; at < log.length; at += 1) {
    const damaged = Buffer.from(log);
    damaged.writeUInt8(damaged.readUInt8(at) ^ 0x20, at);
    assert.deepEqual(recordsOf(damaged), at < log.length / 2 ? [] : [1]);
  }
});

test('any bytes at all are read without a failure', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void recordsOf(Buffer.from(bytes))));
});
