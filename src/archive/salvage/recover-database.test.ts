import assert from 'node:assert/strict';
import { mkdtempDisposable, readFile, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { recoverDatabase } from './recover-database.ts';

const ROWS = 2000;

function makeNotes(path: string): void {
  using database = new DatabaseSync(path);
  database.exec('CREATE TABLE note (id INTEGER PRIMARY KEY, title TEXT NOT NULL, body BLOB, stars REAL)');
  const insert = database.prepare('INSERT INTO note VALUES (?, ?, ?, ?)');
  database.exec('BEGIN');
  for (let id = 1; id <= ROWS; id += 1) insert.run(id, `Notiz ${id}`, Buffer.alloc(id % 300, id), id / 2);
  database.exec('COMMIT');
}

async function recovered(
  damage: (path: string) => Promise<void>,
): Promise<{ told: number; homeless: number; read: number; wrong: number }> {
  await using scratch = await mkdtempDisposable(join(tmpdir(), 'thaw-recover-'));
  const [from, to] = [join(scratch.path, 'notes.sqlite'), join(scratch.path, 'recovered.sqlite')];
  makeNotes(from);
  await damage(from);
  const { rows = 0, homeless = 0 } = recoverDatabase(from, to) ?? {};
  using database = new DatabaseSync(to, { readOnly: true });
  const there = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'note'").get();
  const notes = there ? database.prepare('SELECT * FROM note').all() : [];
  const wrong = notes.filter(({ id, title, stars }) => title !== `Notiz ${id}` || stars !== Number(id) / 2);
  return { told: rows, homeless, read: notes.length, wrong: wrong.length };
}

test('a database that is sound comes over whole', async () => {
  assert.deepEqual(await recovered(async () => undefined), { told: ROWS, homeless: 0, read: ROWS, wrong: 0 });
});

test('of one that was cut, the rows in the pages that are there', async () => {
  const { read, wrong } = await recovered((path) => truncate(path, 200_000));
  assert.ok(read > 500 && read < ROWS);
  assert.equal(wrong, 0);
});

test('without its first page its rows have no table any more, and are kept all the same', async () => {
  const { told, homeless } = await recovered(async (path) =>
    writeFile(path, (await readFile(path)).fill(0, 0, 4096)),
  );
  assert.ok(told > ROWS - 100 && homeless === told);
});

test('of something that is no database, nothing', async () => {
  await using scratch = await mkdtempDisposable(join(tmpdir(), 'thaw-recover-'));
  const path = join(scratch.path, 'noise');
  await writeFile(path, Buffer.alloc(20_000, 7));
  assert.equal(recoverDatabase(path, join(scratch.path, 'recovered.sqlite')), undefined);
});
