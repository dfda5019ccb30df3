import assert from 'node:assert/strict';
import { mkdtempDisposable, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { run } from '../../test/interop/support/program.ts';
import { type RunningVirtual, startVirtual } from '../virtual/start.ts';

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url));

/** Runs `thaw` as a person does, but for the terminal, with a state folder of its own. */
function thaw(home: string, { address }: RunningVirtual, ...args: readonly string[]) {
  const environment = { XDG_STATE_HOME: join(home, 'state') };
  return run(process.execPath, [MAIN, ...args], { address, environment, limitSeconds: 60 });
}

test('thaw check: what is fine too, and exit status 3 when a person is needed', async () => {
  await using home = await mkdtempDisposable(join(tmpdir(), 'thaw-stuck-'));
  const storage = { capacity: 100e9, free: 99.9e9 };
  await using virtual = await startVirtual({ phone: { name: 'Kitchen\u001b[2J', storage } });
  const fine = await thaw(home.path, virtual, 'check', '--to', home.path);
  assert.equal(fine.status, 0, fine.stdout + fine.stderr);
  assert.match(fine.stdout, /^Kitchen\[2J \(iPhone 16, iOS 26\.2\)\n/);
  assert.match(fine.stdout, /✓ The destination is there and can be written to\./);
  assert.match(fine.stdout, /Nothing is in the way of a backup\.\n$/);

  virtual.phone.lock();
  const locked = await thaw(home.path, virtual, 'check', '--json');
  assert.equal(locked.status, 3);
  const [first] = JSON.parse(locked.stdout).findings;
  assert.deepEqual([first.id, first.standing, first.evidence[0].kind], ['lock', 'person', 'phone.lock']);

  virtual.phone.cable.unplug();
  const none = await thaw(home.path, virtual, 'check', '--to', home.path);
  assert.equal(none.status, 4);
  assert.match(none.stdout, /→ No iPhone is connected/);
});

test('thaw why without a backup, then a backup, then thaw report of it', async () => {
  await using home = await mkdtempDisposable(join(tmpdir(), 'thaw-stuck-'));
  await using virtual = await startVirtual({
    phone: { passcode: false },
    content: { files: 20, bytes: 200_000 },
  });
  const why = await thaw(home.path, virtual, 'why', '--seconds', '0.2');
  assert.equal(why.status, 0, why.stdout + why.stderr);
  assert.match(why.stdout, /No backup of this iPhone is being made on this computer right now/);

  assert.equal((await thaw(home.path, virtual, 'report')).status, 2);
  const backup = await thaw(home.path, virtual, 'backup', '--to', home.path, '--json');
  assert.equal(backup.status, 0, backup.stdout + backup.stderr);
  const report = await thaw(home.path, virtual, 'report', '--to', join(home.path, 'report'), '--json');
  assert.equal(report.status, 0, report.stderr);
  const { page, outcome } = JSON.parse(report.stdout);
  assert.equal(outcome, 'verified');
  const html = await readFile(page, 'utf8');
  assert.match(html, /The backup was made and proved\./);
  assert.ok(!html.includes(virtual.phone.udid));
});
