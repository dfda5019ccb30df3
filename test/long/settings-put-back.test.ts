import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempDisposable, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { startVirtual } from '../../src/virtual/start.ts';

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

/** An iCloud backup that gets in the way as long as it is on: the remedy is to switch it off for the run. */
const COLLIDES = {
  speed: 50,
  phone: { passcode: false, icloudBackup: true },
  content: { seed: 4, files: 40, bytes: 400_000 },
  faults: [{ do: 'icloud-collision' as const, with: 'backup' as const }],
};

async function bench() {
  const made = new AsyncDisposableStack();
  const virtual = made.use(await startVirtual(COLLIDES));
  const scratch = made.use(await mkdtempDisposable(join(tmpdir(), 'thaw-put-back-'))).path;
  const start = () =>
    spawn(process.execPath, [MAIN, 'backup', '--to', scratch, '--json'], {
      env: {
        ...process.env,
        USBMUXD_SOCKET_ADDRESS: virtual.address,
        XDG_STATE_HOME: join(scratch, 'state'),
        THAW_SPEED: '50',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
      timeout: 60_000,
    });
  const notes = () => readdir(join(scratch, 'state', 'thaw', 'changed'));
  return { virtual, start, notes, [Symbol.asyncDispose]: () => made.disposeAsync() };
}

test('iCloud Backup is off for the run only, also when the run is killed meanwhile', async () => {
  await using place = await bench();
  const { backup } = place.virtual.phone;
  const killed = place.start();
  for await (const line of createInterface({ input: killed.stdout })) {
    if (line.includes('"type":"phase.changed"') && !backup.cloudBackupEnabled) break;
  }
  killed.kill('SIGKILL');
  await once(killed, 'close');
  assert.equal(backup.cloudBackupEnabled, false);
  assert.equal((await place.notes()).length, 1);

  const next = place.start();
  const lines: string[] = [];
  const seenOn: boolean[] = [];
  for await (const line of createInterface({ input: next.stdout })) {
    lines.push(line);
    if (line.includes('"phase":"preparing"')) seenOn.push(backup.cloudBackupEnabled);
  }
  const finished = JSON.parse(lines.at(-1) ?? '');
  assert.equal(finished.outcome, 'verified', lines.join('\n'));
  // Put back before anything else was done, and switched off once more by the remedy of this run.
  assert.deepEqual([seenOn.at(0), seenOn.at(-1)], [true, false]);
  assert.equal(backup.cloudBackupEnabled, true);
  assert.deepEqual(await place.notes(), []);
});
