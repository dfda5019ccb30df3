import assert from 'node:assert/strict';
import { mkdir, mkdtempDisposable, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { systemClock } from '../../kit/clock.ts';
import { backupPath } from '../backup-path.ts';
import { checkDestination } from '../destination.ts';
import { openVault } from '../vault.ts';

const UDID = '00008110-001A2B3C4D5E001E';

test('a file that comes back to its own place in a folder made anew is not cleared away with the old folder', async () => {
  await using place = await mkdtempDisposable(join(tmpdir(), 'thaw-plan-'));
  const folder = join(place.path, UDID);
  const file = 'Snapshot/cd/kept';
  await mkdir(dirname(join(folder, file)), { recursive: true });
  await writeFile(join(folder, 'Status.plist'), 'earlier');
  await writeFile(join(folder, file), 'contents');

  const vault = openVault(await checkDestination(place.path), UDID, { clock: systemClock });
  await using run = await vault.begin({ run: 'run' });
  const inside = (path: string) => backupPath(`${UDID}/${path}`, UDID);
  await run.createDirectory(inside('aside'));
  await run.move([[inside(file), inside('aside/kept')]]);
  await run.move([[inside('aside'), inside('Snapshot/cd')]]);
  const status = run.receive(inside('Status.plist'));
  status.data(Buffer.from('new'));
  status.end();
  await run.commit(Buffer.from('moving'));

  assert.equal(await readFile(join(folder, file), 'utf8'), 'contents');
  assert.equal(await readFile(join(folder, 'Status.plist'), 'utf8'), 'new');
});
