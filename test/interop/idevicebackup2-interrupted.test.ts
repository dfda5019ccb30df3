import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import type { ScenarioInput } from '../../src/virtual/scenario.ts';
import { startVirtual } from '../../src/virtual/start.ts';
import {
  assertBackedUp,
  filesReceived,
  idevicebackup2,
  quickPhone,
  withIdevicebackup2,
} from './support/backup2.ts';
import { scratchFolder } from './support/scratch.ts';

type Faults = NonNullable<ScenarioInput['faults']>;

for (const { at, when, sentAgain } of [
  { at: 'while files are sent', when: { phase: 'sending', file: 100 }, sentAgain: { least: 50, most: 60 } },
  {
    at: 'while they are moved into place',
    when: { phase: 'finishing', percent: 90 },
    sentAgain: { least: 0, most: 0 },
  },
  {
    at: 'while old ones are removed',
    when: { phase: 'finishing', percent: 95 },
    sentAgain: { least: 0, most: 0 },
  },
] as const) {
  test(`cut ${at}, the next run goes on from there`, withIdevicebackup2, async () => {
    const faults: Faults = [{ when, do: 'unplug', seconds: 0.5 }];
    await using virtual = await startVirtual({ ...quickPhone, faults });
    await using scratch = await scratchFolder();
    const cut = await idevicebackup2(virtual, 'backup', scratch.path);
    assert.equal(cut.status, 255, cut.stdout);
    assert.match(cut.stdout, /Backup Aborted\./);

    while (!virtual.phone.cable.connected) await virtual.phone.clock.sleep(20);
    const next = await idevicebackup2(virtual, 'backup', scratch.path);
    assert.equal(next.status, 0, next.stdout);
    await assertBackedUp(join(scratch.path, virtual.phone.udid), virtual.phone);
    const files = filesReceived(next);
    assert.ok(files >= sentAgain.least && files <= sentAgain.most + 8, `${files} files came again`);
  });
}
