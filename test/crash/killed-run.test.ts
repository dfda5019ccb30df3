import assert from 'node:assert/strict';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { disturbRuns } from '../disturbed-run/bench.ts';
import { kill } from '../disturbed-run/kill.ts';
import { kinds } from '../disturbed-run/kinds.ts';

const KILLS = 100;

describe('runs that are killed', { concurrency: 2 }, () => {
  for (const kind of kinds) {
    test(`${KILLS} runs of ${kind.name}, each killed at another moment`, async (t) => {
      await using place = await mkdtempDisposable(join(tmpdir(), 'thaw-killed-'));
      const tally = await disturbRuns(kill, kind, { times: KILLS, seed: 2, place: place.path });
      t.diagnostic(JSON.stringify(tally));
      assert.ok(tally.earlier > 0 && tally.moving > 0 && tally.resumedBytes > 0);
    });
  }
});
