import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { run } from '../../test/interop/support/program.ts';
import { type RunningVirtual, startVirtual } from '../virtual/start.ts';

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url));

/** Runs `thaw` as a person does, but for the terminal. */
function thaw(args: readonly string[], at: { address: string }, environment: Record<string, string> = {}) {
  return run(process.execPath, [MAIN, ...args], { address: at.address, environment });
}

function quickPhone(): Promise<RunningVirtual> {
  return startVirtual({ speed: 50, phone: { keybagRounds: 10 } });
}

test('thaw devices: a paragraph a phone, or one JSON value', async () => {
  await using virtual = await startVirtual([
    { phone: { name: 'Kitchen\u001b[2J' } },
    { seed: 2, phone: { trusted: false } },
  ]);
  const told = await thaw(['devices'], virtual);
  assert.equal(told.status, 0);
  assert.match(
    told.stdout,
    /^Kitchen\[2J · iPhone 16 · iOS 26\.2 · cable\n {2}[\w-]+\n {2}Trusts this computer · battery 80 %/,
  );
  assert.match(told.stdout, /The iPhone does not trust this computer yet/);
  const [first, second] = JSON.parse((await thaw(['devices', '--json'], virtual)).stdout);
  assert.deepEqual([first.state, first.udid], ['normal', virtual.phone.udid]);
  assert.deepEqual([second.state, second.problem.code], ['untrusted', 'phone.not-trusted']);
});

test('no phone is exit status 4, several without --udid is wrong usage, also as JSON', async () => {
  await using virtual = await startVirtual([{}, { seed: 2 }]);
  const several = await thaw(['pair', '--json'], virtual);
  assert.equal(several.status, 2);
  assert.equal(JSON.parse(several.stdout).error.code, 'phone.several');
  for (const phone of virtual.phones) phone.cable.unplug();
  const none = await thaw(['devices'], virtual);
  assert.deepEqual([none.status, none.stdout], [4, '']);
  assert.match(none.stderr, /No iPhone is connected/);
});

test('thaw pair says what to tap and waits; thaw unpair ends it', async () => {
  await using virtual = await startVirtual({ speed: 5, phone: { trusted: false } });
  const paired = await thaw(['pair'], virtual);
  assert.equal(paired.status, 0);
  assert.match(paired.stdout, /tap Trust.*\nVirtual iPhone now trusts this computer\.\n$/);
  const unpaired = await thaw(['unpair', '--json'], virtual);
  const { udid } = virtual.phone;
  assert.deepEqual(JSON.parse(unpaired.stdout), { udid, trusted: false, already: false });
  const again = await thaw(['unpair'], virtual);
  assert.equal(again.status, 0);
  assert.match(again.stdout, /there was nothing to end/);
});

test('waiting for a tap on Trust can be left', async () => {
  const owner = [{ when: 'trust-prompt', after: 0, do: 'nothing' }] as const;
  await using virtual = await startVirtual({ phone: { trusted: false }, owner: [...owner] });
  const leave = new AbortController();
  virtual.phone.owner.stepped.subscribe(() => leave.abort());
  const { status } = await run(process.execPath, [MAIN, 'pair'], {
    address: virtual.address,
    signal: leave.signal,
  });
  assert.equal(status, 130);
});

test('passwords come from the environment or a file descriptor, and no argument', async () => {
  await using virtual = await quickPhone();
  const shell = `${process.execPath} ${MAIN} password set --password-fd 3 3<<'END'\nfirst\nEND`;
  assert.equal((await run('sh', ['-c', shell], { address: virtual.address })).status, 0);
  assert.equal(virtual.phone.backup.password, 'first');
  const wrong = await thaw(['password', 'change', '--json'], virtual, {
    THAW_BACKUP_PASSWORD: 'wrong',
    THAW_BACKUP_NEW_PASSWORD: 'second',
  });
  assert.equal(wrong.status, 3);
  assert.equal(JSON.parse(wrong.stdout.trim().split('\n').at(-1) ?? '').error.code, 'backup.wrong-password');
  const removed = await thaw(['password', 'remove'], virtual, { THAW_BACKUP_PASSWORD: 'first' });
  assert.match(removed.stdout, /asks for its passcode.*\n.*no longer encrypted/);
  assert.equal(virtual.phone.backup.willEncrypt, false);
});

test('without a terminal a password that nobody gives is missing: a person is needed', async () => {
  await using virtual = await quickPhone();
  const { status, stderr } = await thaw(['password', 'set'], virtual);
  assert.equal(status, 3);
  assert.match(stderr, /A backup password is needed.*set THAW_BACKUP_NEW_PASSWORD/s);
});

/** What follows needs util-linux's `script`; elsewhere a program of that name takes other arguments. */
const onLinux = { skip: process.platform !== 'linux' && 'only with the script program of Linux' };

/** Runs `thaw` on a terminal of its own and types a line at each question; gives what the terminal showed. */
async function typing(t: TestContext, virtual: RunningVirtual, args: string, lines: readonly string[]) {
  const child = spawn('script', ['-qec', `${process.execPath} ${MAIN} ${args}`, '/dev/null'], {
    env: { ...process.env, USBMUXD_SOCKET_ADDRESS: virtual.address },
    signal: t.signal,
  });
  const answers = lines.values();
  let shown = '';
  child.stdout.on('data', (chunk: Buffer) => {
    shown += chunk;
    if (/: $/.test(shown)) child.stdin.write(answers.next().value ?? '');
  });
  const [status] = await once(child, 'close');
  return { status, shown };
}

test('a password is typed twice and never shown', onLinux, async (t) => {
  await using virtual = await quickPhone();
  const differing = await typing(t, virtual, 'password set', ['secret\r', 'secrte\r']);
  assert.equal(differing.status, 3);
  assert.match(differing.shown, /not the same/);
  const { status, shown } = await typing(t, virtual, 'password set', ['secret\r', 'secret\r']);
  assert.equal(status, 0);
  assert.doesNotMatch(shown, /secret/);
  assert.equal(virtual.phone.backup.password, 'secret');
});

test('Ctrl-C at the question ends it with 130', onLinux, async (t) => {
  await using virtual = await quickPhone();
  const { status } = await typing(t, virtual, 'password set', ['\u0003']);
  assert.equal(status, 130);
});
