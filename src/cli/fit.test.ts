import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fit } from './fit.ts';

const narrow = { isTTY: true, columns: 24 };

test('words stay whole on a terminal, and rows of one point stand below each other', () => {
  assert.equal(
    fit('  → Waiting for the iPhone to come back.\nIt is back.', narrow),
    '  → Waiting for the\n    iPhone to come back.\nIt is back.',
  );
  assert.equal(
    fit('  12. Hold the side button, please.', narrow),
    '  12. Hold the side\n      button, please.',
  );
});

test('in a pipe a line is a line, and a path is never cut', () => {
  const line = 'Nothing here is as short as a terminal would like it to be.';
  assert.equal(fit(line, { isTTY: false, columns: 24 }), line);
  assert.equal(fit(line, { isTTY: true, columns: 0 }), line);
  assert.match(
    fit(`See ${'/folder'.repeat(9)} for it.`, narrow),
    new RegExp(`^${'/folder'.repeat(9)}$`, 'm'),
  );
});

test('no word is lost or doubled, and no row is wider than it need be', () => {
  const words = fc.array(fc.stringMatching(/^[a-z]{1,9}$/), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(words, fc.integer({ min: 20, max: 60 }), (some, columns) => {
      const rows = fit(some.join(' '), { isTTY: true, columns }).split('\n');
      assert.equal(rows.join(' '), some.join(' '));
      for (const row of rows) assert.ok(row.length <= columns);
    }),
  );
});
