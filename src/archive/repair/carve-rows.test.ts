import assert from 'node:assert/strict';
import { mkdtempDisposable, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { fileIdOf } from '../../wire/file-id.ts';
import { MANIFEST_DDL } from '../../wire/manifest-schema.ts';
import { encodeMbFile } from '../../wire/mbfile.ts';
import { carveRows } from './carve-rows.ts';

const PAGE_BYTES = 4096;
/** One row that goes over several pages. */
const LONG = 17;

function manifest(path: string, rows: number): Set<string> {
  using database = new DatabaseSync(path);
  for (const statement of MANIFEST_DDL) database.exec(statement);
  const insert = database.prepare('INSERT INTO Files VALUES (?, ?, ?, 1, ?)');
  const ids = new Set<string>();
  database.exec('BEGIN');
  for (let row = 0; row < rows; row += 1) {
    const relativePath = `Library/файл-${row}`;
    const fileId = fileIdOf('HomeDomain', relativePath);
    insert.run(fileId, 'HomeDomain', relativePath, blob(relativePath, row));
    ids.add(fileId);
  }
  database.exec('COMMIT');
  return ids;
}

function blob(relativePath: string, row: number): Buffer {
  const times = { lastModified: 1, lastStatusChange: 1, birth: 1 };
  const owner = { mode: 0o100644, userId: 501, groupId: 501, inode: row, protectionClass: 3, flags: 0 };
  const extendedAttributes = new Uint8Array(row === LONG ? 20_000 : 10);
  return encodeMbFile({ relativePath, size: row, ...times, ...owner, extendedAttributes });
}

async function carvedAfter(
  damage: (bytes: Buffer) => Buffer,
): Promise<{ all: Set<string>; carved: Set<string> }> {
  await using scratch = await mkdtempDisposable(join(tmpdir(), 'thaw-carve-'));
  const path = join(scratch.path, 'Manifest.db');
  const all = manifest(path, 200);
  await writeFile(path, damage(await readFile(path)));
  return { all, carved: new Set([...carveRows(path)].map(({ fileId }) => fileId)) };
}

describe('rows carved out of a Manifest.db', () => {
  test('all of them, with those that go over several pages, when nothing is damaged', async () => {
    await using scratch = await mkdtempDisposable(join(tmpdir(), 'thaw-carve-'));
    const path = join(scratch.path, 'Manifest.db');
    const all = manifest(path, 200);
    const rows = [...carveRows(path)].filter(({ live }) => live);
    assert.deepEqual(new Set(rows.map(({ fileId }) => fileId)), all);
    assert.ok(rows.every(({ whole }) => whole));
    const long = rows.find(({ fileId }) => fileId === fileIdOf('HomeDomain', `Library/файл-${LONG}`));
    assert.ok(long && long.file.length > 20_000);
  });

  test('all of them without the header, the schema and the tree', async () => {
    const { all, carved } = await carvedAfter((bytes) => bytes.fill(0, 0, 2 * PAGE_BYTES));
    assert.ok(carved.size >= all.size - 10);
  });

  test('those in the pages that are left of a file that was cut', async () => {
    const { all, carved } = await carvedAfter((bytes) => bytes.subarray(0, Math.trunc(bytes.length / 2)));
    assert.ok(carved.size > 20 && carved.size < all.size);
    for (const fileId of carved) assert.ok(all.has(fileId));
  });

  test('whatever lies in the pages, nothing that was never a row', async () => {
    await using scratch = await mkdtempDisposable(join(tmpdir(), 'thaw-carve-'));
    const path = join(scratch.path, 'Manifest.db');
    const all = manifest(path, 40);
    const good = await readFile(path);
    const hits = fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { maxLength: 400 });
    await fc.assert(
      fc.asyncProperty(hits, async (bytes) => {
        const bad = Buffer.from(good);
        for (const [at, byte] of bytes) bad[at] = byte;
        await writeFile(path, bad);
        for (const { fileId } of carveRows(path)) assert.ok(all.has(fileId));
      }),
      { numRuns: 60 },
    );
  });
});
