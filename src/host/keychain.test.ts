import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempDisposableSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

const KEYCHAIN = new URL('./keychain.ts', import.meta.url).href;
const isInstalled = (program: string) => spawnSync(program, ['--version']).error === undefined;
const missing = ['dbus-run-session', 'gnome-keyring-daemon'].filter((program) => !isInstalled(program));
const withKeyring = {
  skip: missing.length > 0 && `not installed: ${missing.join(', ')} (Debian: gnome-keyring)`,
};

/** Prints what each step gives, as JSON; a KeychainError as its code. */
const STEPS = `
  const keychain = await import('${KEYCHAIN}');
  const told = [];
  const tell = (work) => work().then((value) => told.push(value ?? null), ({ code }) => told.push(code));
  await tell(() => keychain.rememberedPassword('00008110-AB'));
  await tell(() => keychain.assertKeychain());
  await tell(() => keychain.rememberPassword('00008110-AB', 'päss'));
  await tell(() => keychain.rememberedPassword('00008110-ab'));
  await tell(() => keychain.rememberedPassword('00008110-CD'));
  await tell(() => keychain.forgetPassword('00008110-AB'));
  await tell(() => keychain.forgetPassword('00008110-AB'));
  console.log(JSON.stringify(told));
`;

function run(program: string, args: readonly string[], environment: Record<string, string>): unknown {
  const env = { ...process.env, ...environment };
  const { stdout, stderr } = spawnSync(program, args, { env, timeout: 30_000, encoding: 'utf8' });
  assert.ok(stdout, stderr);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
}

const node = [process.execPath, '--input-type=module', '-e', STEPS];

test('where there is no keychain, nothing is remembered and nothing is lost', {
  skip: process.platform !== 'linux',
}, () => {
  const [program = '', ...args] = node;
  const told = run(program, args, { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere' });
  const absent = 'keychain.absent';
  assert.deepEqual(told, [null, absent, absent, null, null, absent, absent]);
});

test('the desktop’s keyring keeps a password for each phone until it is to forget it', withKeyring, () => {
  using home = mkdtempDisposableSync(join(tmpdir(), 'thaw-keyring-'));
  const script = `gnome-keyring-daemon --foreground --unlock --components=secrets <"$HOME/unlock" >/dev/null 2>&1 &
    for _ in $(seq 100); do dbus-send --session --print-reply --dest=org.freedesktop.DBus / \\
      org.freedesktop.DBus.GetNameOwner string:org.freedesktop.secrets >/dev/null 2>&1 && break; sleep 0.1; done
    "$@"; kill $!`;
  const unlock = spawnSync('sh', ['-c', `printf any > '${home.path}/unlock'`]);
  assert.equal(unlock.status, 0);
  const told = run('dbus-run-session', ['--', 'sh', '-c', script, 'sh', ...node], {
    HOME: home.path,
    XDG_RUNTIME_DIR: home.path,
    XDG_DATA_HOME: home.path,
  });
  assert.deepEqual(told, [null, null, null, 'päss', null, true, false]);
});
