import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { MANIFEST_DDL } from './manifest-schema.ts';

test("an empty manifest has the phone's tables, indexes and settings", () => {
  using db = new DatabaseSync(':memory:');
  for (const statement of MANIFEST_DDL) db.exec(statement);
  const names = db
    .prepare('SELECT name FROM sqlite_schema WHERE sql IS NOT NULL')
    .all()
    .map((row) => row['name']);
  assert.deepEqual(names, ['Files', 'FilesDomainIdx', 'FilesRelativePathIdx', 'FilesFlagsIdx', 'Properties']);
  const setting = (name: string): unknown => db.prepare(`PRAGMA ${name}`).get()?.[name];
  assert.equal(setting('page_size'), 4096);
  assert.equal(setting('auto_vacuum'), 2);
  assert.equal(setting('user_version'), 2);
});
