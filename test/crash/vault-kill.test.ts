import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkKills } from '../vault/kill-check.ts';
import { SCENARIOS } from '../vault/scenarios.ts';

/** At least this many changes does even the smallest of them make to the disk. */
const FEWEST = 15;

for (const [name, scenario] of Object.entries(SCENARIOS)) {
  test(`killed at every change it makes to the disk: ${name}`, async (t) => {
    const kills = await checkKills(scenario, Number.POSITIVE_INFINITY);
    t.diagnostic(`${kills} kills`);
    assert.ok(kills >= FEWEST);
  });
}
