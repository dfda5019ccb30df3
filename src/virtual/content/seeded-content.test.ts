import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import fc from 'fast-check';
import { type ContentSource, keyOf } from './content-source.ts';
import { seededContent } from './seeded-content.ts';

function entriesOf(content: ContentSource) {
  return Array.from({ length: content.count }, (_, index) => content.entry(index));
}

function bytesOf(content: ContentSource, index: number): Buffer {
  return Buffer.concat([...content.bytes(index)]);
}

test('any number of files and bytes is met exactly, every name is there once, every folder has its parent', () => {
  fc.assert(
    fc.property(
      fc.integer(),
      fc.integer({ min: 0, max: 400 }),
      fc.integer({ min: 200_000, max: 10_000_000_000 }),
      fc.boolean(),
      (seed, files, bytes, equalSizes) => {
        const entries = entriesOf(seededContent({ seed, files, bytes, equalSizes }));
        const regular = entries.filter((entry) => entry.kind === 'file');
        assert.equal(regular.length, files);
        if (files > 0)
          assert.equal(
            regular.reduce((sum, entry) => sum + entry.size, 0),
            bytes,
          );
        const keys = new Set(entries.map(keyOf));
        assert.equal(keys.size, entries.length);
        for (const { domain, relativePath } of entries) {
          const parent = relativePath.slice(0, Math.max(0, relativePath.lastIndexOf('/')));
          assert.ok(keys.has(`${domain}-${parent}`), `${domain} ${relativePath}`);
        }
      },
    ),
    { numRuns: 50 },
  );
});

test('the same seed gives the same phone, another seed another', () => {
  const make = (seed: number) => seededContent({ seed, files: 60, bytes: 3_000_000 });
  const [one, same, other] = [make(5), make(5), make(6)];
  assert.deepEqual(entriesOf(one), entriesOf(same));
  assert.notDeepEqual(entriesOf(one), entriesOf(other));
  const photo = entriesOf(one).findIndex((entry) => entry.relativePath.endsWith('IMG_0003.HEIC'));
  const bytes = bytesOf(one, photo);
  assert.equal(bytes.length, one.entry(photo).size);
  assert.deepEqual(bytes, bytesOf(same, photo));
  assert.notDeepEqual(bytes, bytesOf(other, photo));
});

test('it looks lived in: empty files, links, names of many alphabets, a message database that opens', () => {
  const content = seededContent({ seed: 1, files: 1000, bytes: 5_000_000 });
  const entries = entriesOf(content);
  assert.ok(entries.some((entry) => entry.kind === 'file' && entry.size === 0));
  assert.ok(entries.some((entry) => entry.kind === 'symlink' && entry.target));
  assert.ok(entries.some((entry) => entry.relativePath.includes('旅行')));
  const messages = entries.findIndex((entry) => entry.relativePath === 'Library/SMS/sms.db');
  using db = new DatabaseSync(':memory:');
  db.deserialize(bytesOf(content, messages));
  const { n } = db.prepare('SELECT count(*) AS n FROM message').get() ?? {};
  assert.equal(n, 40);
});

test('a million files cost little more than the number of their sizes', () => {
  const content = seededContent({ seed: 1, files: 1_000_000, bytes: 100_000_000_000 });
  assert.equal(content.entry(content.count - 1).kind, 'symlink');
  assert.ok(process.memoryUsage().arrayBuffers < 64 * 1024 * 1024);
});
