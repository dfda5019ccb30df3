import assert from 'node:assert/strict';
import { mkdir, mkdtempDisposable, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { fileIdOf } from '../wire/file-id.ts';
import { salvageBackup } from './salvage.ts';

const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 0xff, 0xd9]);
const HEIC = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1');

/** A folder with files of a phone under the names a backup gives them, and nothing that says so. */
async function remains(folder: string, files: Readonly<Record<string, Uint8Array>>): Promise<void> {
  for (const [name, bytes] of Object.entries(files)) {
    const [domain = '', path = ''] = name.split(' ');
    const fileId = fileIdOf(domain, path);
    const place = join(folder, fileId.slice(0, 2), fileId);
    await mkdir(dirname(place), { recursive: true });
    await writeFile(place, bytes);
  }
}

/** A list of photos as the phone keeps it, with one photo on it. */
async function photoList(scratch: string): Promise<Buffer> {
  const path = join(scratch, 'photos');
  const database = new DatabaseSync(path);
  database.exec(`CREATE TABLE ZASSET (Z_PK INTEGER PRIMARY KEY, ZDIRECTORY TEXT, ZFILENAME TEXT);
    INSERT INTO ZASSET VALUES (1, 'PhotoData/CPLAssets/group12', 'B2C6.HEIC')`);
  database.close();
  return await readFile(path);
}

async function salvaged(files: Readonly<Record<string, Uint8Array>>, times = 1) {
  await using scratch = await mkdtempDisposable(join(tmpdir(), 'thaw-salvage-'));
  const [folder, to] = [join(scratch.path, 'remains'), join(scratch.path, 'out')];
  await mkdir(folder);
  await remains(folder, files);
  const request = { folder, to };
  const salvage = () => salvageBackup(request, () => undefined, AbortSignal.timeout(60_000));
  let { path: _, ...result } = await salvage();
  for (let time = 1; time < times; time += 1) ({ path: _, ...result } = await salvage());
  const names = (await readdir(to, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(to.length + 1));
  return { result, names: names.sort(), index: await readFile(join(to, 'index.html'), 'utf8') };
}

test('files get their names back from where phones keep them, and from the databases that are read', async () => {
  await using scratch = await mkdtempDisposable(join(tmpdir(), 'thaw-salvage-'));
  const { result, names } = await salvaged({
    'CameraRollDomain Media/PhotoData/Photos.sqlite': await photoList(scratch.path),
    'CameraRollDomain Media/PhotoData/CPLAssets/group12/B2C6.HEIC': HEIC,
    'AppDomain-com.example.app Documents/nobody-knows': JPEG,
  });
  const unknown = fileIdOf('AppDomain-com.example.app', 'Documents/nobody-knows');
  assert.deepEqual(names, [
    'index.html',
    'index.json',
    'named/CameraRollDomain/Media/PhotoData/CPLAssets/group12/B2C6.HEIC',
    'named/CameraRollDomain/Media/PhotoData/Photos.sqlite',
    `unnamed/photos/${unknown}.jpg`,
  ]);
  assert.deepEqual([result.found, result.named, result.unnamed, result.locked], [3, 2, 1, 0]);
});

test('without the list of photos the camera’s own names are tried', async () => {
  const { names } = await salvaged({ 'CameraRollDomain Media/DCIM/104APPLE/IMG_4711.JPG': JPEG });
  assert.ok(names.includes('named/CameraRollDomain/Media/DCIM/104APPLE/IMG_4711.JPG'));
});

test('a second time brings out nothing twice', async () => {
  const files = { 'HomeDomain Library/SMS/sms.db': Buffer.from('not a database') };
  const once = await salvaged(files);
  const twice = await salvaged(files, 2);
  assert.deepEqual(twice, once);
});

test('beside a damaged database lies one with what can be read of it', async () => {
  await using scratch = await mkdtempDisposable(join(tmpdir(), 'thaw-salvage-'));
  const path = join(scratch.path, 'sms');
  const database = new DatabaseSync(path);
  database.exec('CREATE TABLE message (ROWID INTEGER PRIMARY KEY, text TEXT); BEGIN');
  for (let row = 0; row < 3000; row += 1) database.exec(`INSERT INTO message (text) VALUES ('hello ${row}')`);
  database.exec('COMMIT');
  database.close();
  const bytes = await readFile(path);
  const { result, names, index } = await salvaged({
    'HomeDomain Library/SMS/sms.db': bytes.subarray(0, bytes.length - 9000),
  });
  assert.ok(names.includes('named/HomeDomain/Library/SMS/sms.db.recovered.sqlite'));
  assert.equal(result.recovered, 1);
  assert.match(index, /rows of it are in/);
});

test('what is encrypted and has no key stays where it is, and that is said', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 30 }, (_, number) => [`HomeDomain file-${number}`, Buffer.alloc(160, number + 128)]),
  );
  const { result, names } = await salvaged(files);
  assert.deepEqual([result.locked, result.named + result.unnamed], [30, 0]);
  assert.deepEqual(names, ['index.html', 'index.json']);
});

test('the folder to write to must not be in the backup', async () => {
  await using scratch = await mkdtempDisposable(join(tmpdir(), 'thaw-salvage-'));
  await remains(scratch.path, { 'A b': JPEG });
  const request = { folder: scratch.path, to: join(scratch.path, 'out') };
  await assert.rejects(
    salvageBackup(request, () => undefined, AbortSignal.timeout(60_000)),
    { code: 'extract.inside-backup' },
  );
});
