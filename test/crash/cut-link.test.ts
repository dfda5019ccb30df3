import assert from 'node:assert/strict';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { disturbRuns } from '../disturbed-run/bench.ts';
import { CutLink } from '../disturbed-run/cut-link.ts';
import { kinds } from '../disturbed-run/kinds.ts';

const CUTS = 25;

describe('runs whose link is lost', () => {
  for (const kind of kinds) {
    test(`${CUTS} runs of ${kind.name}, each cut off at another moment`, async (t) => {
      await using place = await mkdtempDisposable(join(tmpdir(), 'thaw-cut-'));
      const tally = await disturbRuns(new CutLink(), kind, { times: CUTS, seed: 3, place: place.path });
      t.diagnostic(JSON.stringify(tally));
      assert.ok(tally.earlier > 0 && tally.resumedBytes > 0);
      assert.equal(tally.moving, 0, 'a commit needs no phone');
    });
  }
});
