import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ScenarioError } from '../virtual/read-scenario.ts';
import { readScenarios } from './scenario-files.ts';

test('a scenario is found by its id, which is its file’s name, and by the name the table gives it', async () => {
  const [byId] = await readScenarios(['bad-port']);
  const [byName] = await readScenarios(['a bad port']);
  assert.equal(byId?.name, 'a bad port');
  assert.deepEqual(byName, byId);
});

test('a name that no scenario has is told, and nothing runs', async () => {
  await assert.rejects(readScenarios(['bad-port', 'bad-prot']), ScenarioError);
});
