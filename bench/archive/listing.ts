import { fork } from 'node:child_process';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileIdOf } from '../../src/wire/file-id.ts';
import { MANIFEST_DDL } from '../../src/wire/manifest-schema.ts';
import { encodeMbFile } from '../../src/wire/mbfile.ts';

const FEW = 100_000;
const MANY = 1_000_000;

/** Listing a long Manifest.db beside a short one: memory must not grow with the rows. */
export async function listing(): Promise<string> {
  const few = await listed(FEW);
  const many = await listed(MANY);
  const growth = many.megabytes / few.megabytes;
  return `listing ${MANY.toLocaleString('en')} rows: ${many.seconds.toFixed(1)} s, ${Math.round(many.megabytes)} MB at most; ${FEW.toLocaleString('en')} rows ${Math.round(few.megabytes)} MB: ratio ${growth.toFixed(2)} (constant: 1)`;
}

interface Listed {
  readonly seconds: number;
  readonly megabytes: number;
}

async function listed(rows: number): Promise<Listed> {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'thaw-bench-'));
  writeManifest(join(folder.path, 'Manifest.db'), rows);
  const child = fork(new URL('./list-child.ts', import.meta.url), [folder.path, String(rows)]);
  return await new Promise((resolve, reject) => {
    child.once('message', (result: Listed) => resolve(result));
    child.once('error', reject).once('exit', (code) => reject(new Error(`the listing ended with ${code}`)));
  });
}

function writeManifest(path: string, rows: number): void {
  using database = new DatabaseSync(path);
  for (const statement of MANIFEST_DDL) database.exec(statement);
  database.exec('PRAGMA synchronous = OFF; BEGIN');
  const insert = database.prepare('INSERT INTO Files VALUES (?, ?, ?, 1, ?)');
  for (let row = 0; row < rows; row += 1) {
    const domain = `AppDomain-com.example.app${row % 400}`;
    const relativePath = `Documents/Folder ${Math.trunc(row / 5000)}/File number ${row}.dat`;
    insert.run(fileIdOf(domain, relativePath), domain, relativePath, blobOf(relativePath, row));
  }
  database.exec('COMMIT');
}

function blobOf(relativePath: string, row: number): Buffer {
  const times = { lastModified: 1.7e9, lastStatusChange: 1.7e9, birth: 1.7e9 };
  return encodeMbFile({
    ...{ relativePath, size: row, mode: 0o100644, userId: 501, groupId: 501, inode: row },
    ...times,
    ...{ protectionClass: 3, flags: 0, digest: Buffer.alloc(20, row) },
  });
}
