import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { systemClock } from '../../src/kit/clock.ts';
import { composeScenario } from '../../src/lab/compose.ts';
import { runScenario } from '../../src/lab/run-scenario.ts';
import { readScenarios } from '../../src/lab/scenario-files.ts';

const THAW = [process.execPath, fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url))] as const;

for (const id of ['healthy-next-backup', 'cable-out-once']) {
  test(`the lab, for real: ${id}`, async () => {
    const [scenario] = await readScenarios([id]);
    assert.ok(scenario);
    const { because } = await runScenario(scenario, 'thaw', THAW, systemClock);
    assert.deepEqual(because, []);
  });
}

test('a made-up scenario is the same for the same seed', () => {
  assert.deepEqual(composeScenario(7), composeScenario(7));
  assert.notDeepEqual(composeScenario(7).faults, composeScenario(8).faults);
});
