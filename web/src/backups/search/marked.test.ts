import assert from 'node:assert/strict';
import { test } from 'node:test';
import { marked } from './marked.ts';

const shown = (text: string, wanted: string): string =>
  marked(text, wanted)
    .map(({ part, hit }) => (hit ? `[${part}]` : part))
    .join('');

test('every place is marked, in any case', () => {
  assert.equal(shown('Ferry, ferry to Łódź', 'FERRY'), '[Ferry], [ferry] to Łódź');
  assert.equal(shown('nothing', 'x'), 'nothing');
  assert.equal(shown('', 'x'), '');
});

test('a text whose letters change their length is left as it is', () => {
  assert.equal(shown('İstanbul', 'stan'), 'İstanbul');
});
