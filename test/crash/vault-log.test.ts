import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, truncateSync } from 'node:fs';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { contentsOfView, contentsOnDisk, told } from '../vault/contents.ts';
import { perform, UDID, vaultIn } from '../vault/drive.ts';
import { after, type Contents } from '../vault/model.ts';
import { SCENARIOS } from '../vault/scenarios.ts';
import { carryOut } from '../vault/tasks.ts';

const { earlier, task } = SCENARIOS['an incremental backup'];

test('a log torn anywhere gives the overlay as it was at some moment, and the run can go on', async () => {
  await using place = await mkdtempDisposable(join(tmpdir(), 'thaw-torn-'));
  const cut = join(place.path, 'cut');
  mkdirSync(cut);
  for (const each of earlier) await carryOut(cut, each);
  const folder = contentsOnDisk(join(cut, UDID));
  const moments = await cutRun(cut, folder);
  const log = join('.thaw', UDID, 'overlay', 'log');
  const { length } = readFileSync(join(cut, log));
  // Every byte of a frame is torn where frames are read (record-log); here each frame is, at several.
  for (let bytes = 0; bytes <= length; bytes += 5) {
    const torn = join(place.path, `torn-${bytes}`);
    cpSync(cut, torn, { recursive: true, preserveTimestamps: true });
    truncateSync(join(torn, log), bytes);
    {
      await using run = await (await vaultIn(torn)).begin({ run: 'next' });
      const shown = tellWithoutStatus(await contentsOfView(run.view));
      assert.ok(moments.includes(shown), `after ${bytes} of ${length} bytes:\n${shown}`);
    }
    assert.deepEqual(told(contentsOnDisk(join(torn, UDID))), told(folder));
  }
});

/** Cuts a run at its end; resolves with every state its overlay had. */
async function cutRun(destination: string, folder: Contents): Promise<string[]> {
  await using run = await (await vaultIn(destination)).begin({ run: 'cut' });
  let contents = folder;
  const moments = [tellWithoutStatus(contents)];
  for (const operation of task.operations) {
    await perform(run, operation);
    contents = after(contents, operation).contents;
    moments.push(tellWithoutStatus(contents));
  }
  return moments;
}

/** Status.plist is replaced several times, and its older contents are deleted once the log no longer needs them. */
function tellWithoutStatus(contents: Contents): string {
  return told(contents)
    .filter((line) => !line.startsWith('Status.plist'))
    .join('\n');
}
