import assert from 'node:assert/strict';
import { test } from 'node:test';
import { composeScenario } from './compose.ts';

test('a made-up scenario is the same for the same seed', () => {
  assert.deepEqual(composeScenario(7), composeScenario(7));
  assert.notDeepEqual(composeScenario(7).faults, composeScenario(8).faults);
});
