import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { test } from 'node:test';
import { stories } from './stories.ts';

test('what the page offers to be played, there is', async () => {
  const scenarios = await readdir(new URL('../../../scenarios/', import.meta.url));
  for (const story of stories) assert.ok(scenarios.includes(`${story}.json`), story);
});
