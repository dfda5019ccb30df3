import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { Exit } from '../src/app/exit-codes.ts';
import { startVirtual } from '../src/virtual/start.ts';
import { asMereUser } from './support/rights.ts';
import { thaw } from './support/thaw.ts';

const UDID = '00008101-000000000000001E';
const NOWHERE = '127.0.0.1:9';

let place: Awaited<ReturnType<typeof mkdtempDisposable>>;
/** Holds a backup, and nobody but root may look into it. */
let closed: string;

before(async () => {
  place = await mkdtempDisposable(join(tmpdir(), 'thaw-closed-'));
  closed = join(place.path, 'backups');
  await mkdir(join(closed, UDID), { recursive: true });
  await writeFile(join(closed, UDID, 'Status.plist'), '');
  await mkdir(join(place.path, 'empty'));
  await chmod(closed, 0);
});

after(async () => {
  await chmod(closed, 0o700);
  await place.remove();
});

/** What an import of Thaw gives, or the code it rejects with, to somebody with no more rights than most. */
async function asked(file: string, call: string): Promise<unknown> {
  const url = new URL(`../src/${file}`, import.meta.url);
  const script = `const it = await import(${JSON.stringify(url)});
    console.log(JSON.stringify(await it.${call}.catch(({ code }) => code)));`;
  const [program, ...args] = asMereUser.through([process.execPath, '--input-type=module', '-e', script]);
  const { stdout } = await promisify(execFile)(program, args);
  return JSON.parse(stdout);
}

test('a backup behind a closed door is not said to be missing', asMereUser.option, async () => {
  for (const folder of [closed, join(closed, UDID)]) {
    const { status, stdout } = await thaw(['list', folder, '--json'], NOWHERE, asMereUser);
    const { error } = JSON.parse(stdout);
    assert.deepEqual([error.code, status], ['folder.forbidden', Exit.person]);
    assert.match(error.what, /^This user may not look into \/.*backups/);
    assert.match(error.next, /Full Disk Access/);
  }
  const { stdout } = await thaw(['list', join(place.path, 'empty'), '--json'], NOWHERE, asMereUser);
  assert.equal(JSON.parse(stdout).error.code, 'backup.none-here');
});

test('nor are its folders said to be none, nor its backup to be of no size', asMereUser.option, async () => {
  const folder = JSON.stringify(closed);
  const answers = await Promise.all([
    asked('app/places/allowed-folder.ts', `foldersInside(${folder})`),
    asked(
      'app/places/allowed-folder.ts',
      `allowedFolder(${folder} + '/inner', [${JSON.stringify(place.path)}])`,
    ),
    asked('app/places/found-backup.ts', `backupsIn(${folder})`),
    asked('app/places/backup-size.ts', `sizeOfBackup(${folder}, AbortSignal.timeout(60_000))`),
    asked('app/why/growing-folder.ts', `lookAtFolder(${folder} + '/${UDID}')`),
  ]);
  assert.deepEqual(answers, [
    'folder.forbidden',
    'folder.forbidden',
    'folder.forbidden',
    'folder.forbidden',
    'folder.forbidden',
  ]);
});

test('whether another program gets on there is not known, and that is said', asMereUser.option, async () => {
  await using virtual = await startVirtual({ phone: { passcode: false } });
  using _held = virtual.phone.syncLock.takeForAnother();
  const question = ['why', '--to', closed, '--seconds', '1', '--json'];
  const { status, stdout } = await thaw(question, virtual.address, {
    ...asMereUser,
    // Records of runs on this computer are none of this test's business.
    environment: { XDG_STATE_HOME: join(place.path, 'state') },
  });
  const report = JSON.parse(stdout);
  assert.deepEqual([report.state, status], ['quiet', Exit.done], stdout);
  assert.match(report.sentence, /folder that this user may not look into/);
});
