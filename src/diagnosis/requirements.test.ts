import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { requirements } from './requirements.ts';

/** The first cell of each row of the page's tables: `A4 C7 C10`. */
function idsOnThePage(): string[] {
  const page = readFileSync(new URL('../../docs/requirements.md', import.meta.url), 'utf8');
  const cells = [...page.matchAll(/^\| ((?:[A-D]\d+ ?)+) \|/gm)];
  return [...new Set(cells.flatMap(([, cell = '']) => cell.trim().split(' ')))];
}

test('the page and the data name the same rows', () => {
  assert.deepEqual(idsOnThePage().sort(), Object.keys(requirements).sort());
});
