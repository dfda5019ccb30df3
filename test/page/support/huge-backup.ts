import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileIdOf } from '../../../src/wire/file-id.ts';
import { MANIFEST_DDL } from '../../../src/wire/manifest-schema.ts';
import { encodeMbFile } from '../../../src/wire/mbfile.ts';
import { encodeXml } from '../../../src/wire/plist/xml-encode.ts';

const UDID = '00008140-000A1B2C3D4E001F';
const DOMAIN = 'AppDomain-com.example.journal';

export interface HugeHome extends AsyncDisposable {
  readonly home: string;
}

/** A home folder with a plain backup that lists so many files in one folder. The files themselves are not needed to be listed. */
export async function homeWithHugeBackup(files: number): Promise<HugeHome> {
  const home = await mkdtemp(join(tmpdir(), 'thaw-huge-'));
  const folder = join(home, 'backups', UDID);
  await mkdir(folder, { recursive: true });
  const when = new Date('2026-11-01T10:00:00Z');
  const about = {
    'Info.plist': {
      'Device Name': 'Huge iPhone',
      'Product Type': 'iPhone17,3',
      'Product Version': '26.2',
      'Target Identifier': UDID,
      'Last Backup Date': when,
    },
    'Manifest.plist': { IsEncrypted: false, Lockdown: { UniqueDeviceID: UDID, ProductVersion: '26.2' } },
    'Status.plist': {
      BackupState: 'new',
      SnapshotState: 'finished',
      Version: '3.3',
      IsFullBackup: true,
      Date: when,
      UUID: '6D9E3C3B-0000-4000-8000-000000000001',
    },
  };
  for (const [name, values] of Object.entries(about)) await writeFile(join(folder, name), encodeXml(values));
  list(join(folder, 'Manifest.db'), files);
  return { home, [Symbol.asyncDispose]: () => rm(home, { recursive: true, force: true, maxRetries: 3 }) };
}

function list(path: string, files: number): void {
  using database = new DatabaseSync(path);
  for (const statement of MANIFEST_DDL) database.exec(statement);
  const insert = database.prepare('INSERT INTO Files VALUES (?, ?, ?, ?, ?)');
  const add = (relativePath: string, flags: number, mode: number): void => {
    const file = encodeMbFile({
      ...{ relativePath, mode, size: flags === 1 ? 12 : 0, userId: 501, groupId: 501, inode: 1 },
      ...{ lastModified: 1_767_225_600, lastStatusChange: 1_767_225_600, birth: 1_767_225_600 },
      ...{ protectionClass: 3, flags: 0 },
    });
    insert.run(fileIdOf(DOMAIN, relativePath), DOMAIN, relativePath, flags, file);
  };
  database.exec('BEGIN');
  add('', 2, 0o040755);
  add('many', 2, 0o040755);
  for (let number = 0; number < files; number += 1)
    add(`many/file ${String(number).padStart(7, '0')}.txt`, 1, 0o100644);
  database.exec('COMMIT');
}
