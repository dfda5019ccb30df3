import assert from 'node:assert/strict';
import { mkdtempDisposable, open, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { AppDatabase } from './app-database.ts';
import { cocoaDate, unixDate } from './times.ts';

function databaseWith(sql: string): AppDatabase {
  const database = new DatabaseSync(':memory:');
  database.exec(sql);
  return new AppDatabase(database);
}

test('columns that a version does not have read as nothing', () => {
  const database = databaseWith(
    "CREATE TABLE Message (ROWID INTEGER PRIMARY KEY, Text); INSERT INTO Message VALUES (1, 'hi')",
  );
  const row = database.row(
    `SELECT ${database.select('message', 'm', ['ROWID', 'text', 'date_edited'])} FROM message m`,
  );
  assert.deepEqual(
    [row?.number('ROWID'), row?.text('text'), row?.number('date_edited')],
    [1, 'hi', undefined],
  );
  assert.equal(database.has('message', 'TEXT'), true);
  assert.equal(database.has('message', 'date_edited'), false);
  assert.equal(database.has('chat'), false);
});

test('values are read by what they are, not by what their column says', () => {
  const database = databaseWith(`CREATE TABLE t (a TEXT, b TEXT, c INTEGER, d TEXT);
    INSERT INTO t VALUES (x'48c3a9', x'480069006900', 735000000000000001, '42')`);
  const row = database.row('SELECT * FROM t');
  assert.equal(row?.text('a'), 'Hé');
  assert.equal(row?.text('b'), 'Hii', 'UTF-16');
  assert.equal(row?.exact('c'), '735000000000000001');
  assert.equal(row?.number('d'), 42);
});

test('views and virtual tables are not there: they could compute for ever', () => {
  const database =
    databaseWith(`CREATE VIEW message AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x AS text FROM n;
    CREATE VIRTUAL TABLE chat USING fts5(a)`);
  assert.equal(database.has('message'), false);
  assert.equal(database.has('chat'), false);
});

test('a damaged page ends the rows with a typed error; those before it were given', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'thaw-damaged-'));
  const path = join(folder.path, 'app.db');
  const made = new DatabaseSync(path);
  made.exec(`PRAGMA synchronous = OFF; CREATE TABLE t (id INTEGER PRIMARY KEY, text TEXT);
    WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 2000) INSERT INTO t SELECT x, hex(randomblob(100)) FROM n`);
  made.close();
  const { size } = await stat(path);
  await using file = await open(path, 'r+');
  await file.write(Buffer.alloc(4096, 0xaa), 0, 4096, Math.floor(size / 8192) * 4096);

  const database = new AppDatabase(new DatabaseSync(path, { readOnly: true }));
  let rows = 0;
  assert.throws(
    () => {
      for (const _ of database.rows('SELECT * FROM t ORDER BY id')) rows += 1;
    },
    { code: 'archive.damaged' },
  );
  assert.ok(rows > 100, `${rows} rows before the damage`);
});

test('times: seconds and nanoseconds since 2001, seconds since 1970; what makes no sense is no time', () => {
  assert.equal(cocoaDate(737_546_400)?.toISOString(), '2024-05-16T10:00:00.000Z');
  assert.equal(cocoaDate(737_546_400e9)?.toISOString(), '2024-05-16T10:00:00.000Z');
  assert.equal(unixDate(1_715_853_600)?.toISOString(), '2024-05-16T10:00:00.000Z');
  for (const nothing of [undefined, 0, 9e99, Number.NaN]) assert.equal(cocoaDate(nothing), undefined);
});
