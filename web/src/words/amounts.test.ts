import assert from 'node:assert/strict';
import { test } from 'node:test';
import { amountsIn } from './amounts.ts';

const NOW = Date.UTC(2026, 10, 22, 12, 0, 0);
const en = amountsIn('en', () => NOW);
const de = amountsIn('de', () => NOW);

test('sizes are counted in thousands', () => {
  assert.equal(en.size(34_000_000_000), '34 GB');
  assert.equal(en.size(1_240_000), '1.2 MB');
  assert.equal(de.size(1_240_000), '1,2 MB');
  assert.equal(en.size(0), '0 bytes');
});

test('times are said in one unit a person would take', () => {
  assert.equal(en.duration(720), '12 minutes');
  assert.equal(de.duration(720), '12 Minuten');
  assert.equal(en.clock(161), '2:41');
  assert.equal(en.ago(new Date(NOW - 12 * 86_400_000)), '12 days ago');
  assert.equal(de.ago(new Date(NOW - 86_400_000)), 'gestern');
  assert.equal(en.ago(new Date(NOW - 20_000)), 'this minute');
});
