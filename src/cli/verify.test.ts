import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { ENCRYPTED, type MadeBackup, makeBackup, PASSWORD } from '../../test/support/made-backup.ts';
import { thaw } from '../../test/support/thaw.ts';
import { fileIdOf } from '../wire/file-id.ts';
import { encodeKeybag, parseKeybag } from '../wire/keybag.ts';
import { asDict, dataIn } from '../wire/plist/access.ts';
import { encodeBinary } from '../wire/plist/binary-encode.ts';
import { decodePlist } from '../wire/plist/decode.ts';

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url));
const FILES = 30;

describe('thaw verify', () => {
  const made = new AsyncDisposableStack();
  let backup: MadeBackup;

  before(async () => {
    backup = made.use(await makeBackup({ phone: ENCRYPTED, content: { files: FILES, bytes: 200_000 } }));
    process.env['THAW_BACKUP_PASSWORD'] = PASSWORD;
    process.env['XDG_STATE_HOME'] = join(backup.folder, '..', 'state');
  });
  after(() => made.disposeAsync());

  const verify = (...args: string[]) => thaw(['verify', backup.folder, ...args], '127.0.0.1:1');

  test('reads all of a good backup, or a share each time', async () => {
    const all = await verify('--depth', 'content');
    assert.equal(all.status, 0, all.stderr);
    assert.match(all.stdout, /every file is there, was read, and is in order \(30 files/);
    const shares: number[] = [];
    for (let turn = 0; turn < 2; turn += 1) {
      const { stdout } = await verify('--sample', '50%', '--json');
      shares.push(JSON.parse(stdout).read.files);
    }
    assert.deepEqual([shares.reduce((sum, files) => sum + files, 0), shares.includes(FILES)], [FILES, false]);
  });

  test('says what it needs: a share that makes sense', async () => {
    assert.equal((await verify('--sample', '0%')).status, 2);
    assert.equal((await verify('--sample', '5%', '--depth', 'files')).status, 2);
    assert.equal((await verify('--depth', 'deep')).status, 2);
  });

  test('names what is damaged, whose it is and what it means, and ends with 5', async () => {
    const messages = fileIdOf('HomeDomain', 'Library/SMS/sms.db');
    const file = join(backup.folder, messages.slice(0, 2), messages);
    const good = await readFile(file);
    await truncate(file, 16);
    const told = await verify();
    assert.equal(told.status, 5);
    assert.match(told.stdout, /^Cut off: HomeDomain Library\/SMS\/sms\.db .*16 of \d+ bytes\.$/m);
    assert.match(told.stdout, /A restore fails at this file/);
    assert.match(told.stdout, /This backup is not whole\. It was not changed\.\n$/);
    await rm(file);
    const json = await verify('--json');
    const { sound, findings } = JSON.parse(json.stdout);
    assert.deepEqual([json.status, sound, findings.length], [5, false, 1]);
    assert.deepEqual(
      [findings[0].kind, findings[0].path, findings[0].app, findings[0].harmless],
      ['missing', 'Library/SMS/sms.db', 'iOS settings and data', false],
    );
    await writeFile(file, good);
  });

  const onLinux = { timeout: 120_000, skip: process.platform === 'linux' ? false : 'looks into /proc' };
  test('can be stopped at once, even while the password is stretched', onLinux, async () => {
    // Minutes of work: nobody waits for the end of it.
    const plist = join(backup.folder, 'Manifest.plist');
    const manifest = asDict(decodePlist(await readFile(plist)));
    const keybag = parseKeybag(dataIn(manifest, 'BackupKeyBag'));
    const slow = { ...keybag, inner: { ...keybag.inner, rounds: 100_000_000 } };
    await writeFile(plist, encodeBinary(new Map([...manifest, ['BackupKeyBag', encodeKeybag(slow)]])));
    const child = spawn(process.execPath, [MAIN, 'verify', backup.folder], { stdio: 'ignore' });
    const ended = new Promise<unknown[]>((resolve) => child.once('close', (...how) => resolve(how)));
    await untilBusy(child.pid);
    child.kill('SIGINT');
    // A shell calls either of them 130.
    assert.ok(['130,', ',SIGINT'].includes(String(await ended)));
  });
});

/** Until a process has worked for longer than it takes to start: it is stretching by then. */
async function untilBusy(pid: number | undefined): Promise<void> {
  for (;;) {
    const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).split(' ');
    if ((Number(fields[13]) + Number(fields[14])) / 100 > 2) return;
    await sleep(50);
  }
}
