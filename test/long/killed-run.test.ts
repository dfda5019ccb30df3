import assert from 'node:assert/strict';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { disturbRuns } from '../disturbed-run/bench.ts';
import { kill } from '../disturbed-run/kill.ts';
import { kinds } from '../disturbed-run/kinds.ts';

/** A sample for every day; `npm run test:crash` kills a hundred of each. */
const KILLS = 4;

for (const kind of kinds) {
  test(`killing ${kind.name} at any moment leaves the earlier backup or the new one, and the next run finishes`, async () => {
    await using place = await mkdtempDisposable(join(tmpdir(), 'thaw-killed-'));
    const how = { times: KILLS, seed: 1, place: place.path };
    const { earlier, moving, whole } = await disturbRuns(kill, kind, how);
    assert.ok(earlier + moving + whole > 0);
  });
}
