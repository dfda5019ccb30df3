import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fingerprints } from '../../test/interop/support/folders.ts';
import { run } from '../../test/interop/support/program.ts';
import { thaw } from '../../test/support/thaw.ts';
import { backup } from '../app/backup.ts';
import { systemClock } from '../kit/clock.ts';
import { agentOf } from '../virtual/backup-agent/agent.ts';
import { type RunningVirtual, startVirtual } from '../virtual/start.ts';

const MAIN = join(import.meta.dirname, 'main.ts');
const PASSWORD = 'pässword';
const made = new AsyncDisposableStack();
let virtual: RunningVirtual;
let folder = '';

/** An encrypted backup of a phone, made once. */
before(async () => {
  folder = made.use(await mkdtempDisposable(join(tmpdir(), 'thaw-cli-restore-'))).path;
  const phone = { passcode: false, encrypt: true, backupPassword: PASSWORD, keybagRounds: 100 };
  virtual = made.use(await startVirtual({ phone, content: { seed: 5, files: 30, bytes: 100_000 } }));
  const request = { destination: folder, usbmuxd: virtual.address, full: false, password: PASSWORD };
  for await (const _ of backup(request, systemClock, AbortSignal.timeout(60_000)));
});
after(() => made.disposeAsync());

/** Runs `thaw` with the password on a file descriptor; no keychain is there to be asked. */
function withPassword(password: string, ...args: readonly string[]) {
  const shell = `"$@" --password-fd 3 3<<'END'\n${password}\nEND`;
  return run('sh', ['-c', shell, 'sh', process.execPath, MAIN, ...args], {
    address: virtual.address,
    environment: { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere' },
    limitSeconds: 60,
  });
}

test('thaw restore: not without consent, and then it says that the phone agreed', async () => {
  const { content } = await agentOf(virtual.phone);
  const whole = content.digests();
  const gone = { domain: 'CameraRollDomain', relativePath: 'Media' };
  content.change({ remove: [gone] });

  const silent = await withPassword(PASSWORD, 'restore', folder);
  assert.equal(silent.status, 3);
  assert.match(silent.stderr, /not confirmed that what is on “Virtual iPhone” may be overwritten/);
  assert.equal(content.slotOf(gone), undefined);

  const args = ['--yes', '--no-reboot', '--only', 'CameraRollDomain'];
  const done = await withPassword(PASSWORD, 'restore', folder, ...args);
  assert.equal(done.status, 0, done.stderr);
  assert.match(done.stdout, /Restored: the iPhone says that all went well/);
  assert.deepEqual(content.digests(), whole);
});

test('on a terminal the phone’s name is typed', { skip: process.platform !== 'linux' }, async (t) => {
  const command = `${process.execPath} ${MAIN} restore ${folder} --no-reboot --only CameraRollDomain`;
  for (const [typing, status] of [
    ['another phone\r', 3],
    ['\u0003', 130],
    ['virtual iphone\r', 0],
  ] as const) {
    const child = spawn('script', ['-qec', command, '/dev/null'], {
      env: {
        ...process.env,
        USBMUXD_SOCKET_ADDRESS: virtual.address,
        THAW_BACKUP_PASSWORD: PASSWORD,
        DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere',
      },
      signal: t.signal,
    });
    let shown = '';
    let typed = false;
    child.stdout.on('data', (chunk: Buffer) => {
      shown += chunk;
      if (typed || !/Type the phone’s name \(Virtual iPhone\) to go on: /.test(shown)) return;
      typed = true;
      child.stdin.write(typing);
    });
    const [code] = await once(child, 'close');
    assert.equal(code, status, shown);
    if (status === 130) assert.match(shown, /Stopped before anything was sent/);
    assert.match(shown, /about to overwrite what is on “Virtual iPhone”/);
  }
});

test('thaw restore --json: a line an event, the problem by its code', async () => {
  const { status, stdout } = await withPassword('wrong', 'restore', folder, '--yes', '--json');
  assert.equal(status, 3);
  const events = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.equal(events.at(-1).type, 'run.finished');
  assert.deepEqual([events.at(-1).outcome, events.at(-1).cause], ['needs-person', 'restore.wrong-password']);
});

test('killed in the middle, it leaves the backup as it was and keeps nobody from the next try', async (t) => {
  await using other = await startVirtual({
    seed: 2,
    phone: { passcode: false },
    content: { files: 0, bytes: 0 },
    faults: [{ when: { bytesSent: 1 }, do: 'silence' }],
  });
  const onDisk = await fingerprints(join(folder, virtual.phone.udid));
  const args = [MAIN, 'restore', folder, '--yes', '--no-reboot', '--system', '--settings', '--json'];
  const environment = { USBMUXD_SOCKET_ADDRESS: other.address, THAW_BACKUP_PASSWORD: PASSWORD };
  const child = spawn(process.execPath, args, { env: { ...process.env, ...environment }, signal: t.signal });
  using _struck = other.phone.faults.struck.subscribe(() => child.kill('SIGKILL'));
  let told = '';
  for await (const chunk of child.stdout) told += chunk;
  assert.match(told, /"phase":"sending"/);
  assert.doesNotMatch(told, /run\.finished/);
  assert.deepEqual(await fingerprints(join(folder, virtual.phone.udid)), onDisk);
  const again = await run(process.execPath, args, { address: other.address, environment, limitSeconds: 60 });
  assert.equal(again.status, 0, again.stdout);
  const [from, to] = await Promise.all([virtual, other].map(({ phone }) => agentOf(phone)));
  assert.deepEqual(to?.content.digests(), from?.content.digests());
});

test('what cannot be meant is wrong usage', async () => {
  const both = await thaw(['restore', folder, '--only', 'x', '--remove'], virtual.address);
  assert.equal(both.status, 2);
  assert.match(both.stderr, /--only and --remove exclude each other/);
});

test('thaw password check: right, wrong with what it is not, and nothing is changed', async () => {
  const right = await withPassword(PASSWORD, 'password', 'check', folder, '--json');
  assert.equal(right.status, 0, right.stderr);
  const { udid, remembered } = JSON.parse(right.stdout);
  assert.deepEqual([udid, remembered], [virtual.phone.udid, false]);
  const wrong = await withPassword('wrong', 'password', 'check', folder);
  assert.equal(wrong.status, 3);
  assert.match(wrong.stderr, /neither the passcode.*nor the Apple Account password/);
  assert.doesNotMatch(wrong.stdout + wrong.stderr, /wrong\b(?! password)/);
});

test('where there is no keychain nothing is remembered, and that is said', async () => {
  const { status, stderr } = await withPassword(PASSWORD, 'password', 'check', folder, '--remember');
  assert.equal(status, 1);
  assert.match(stderr, /no keychain that could keep the password/);
});
