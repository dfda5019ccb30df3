import assert from 'node:assert/strict';
import { test } from 'node:test';
import { count, sizeInWords, timeInWords, timesInWords } from './amounts.ts';

test('sizes are told in the unit a person would use', () => {
  assert.equal(sizeInWords(512), '512 bytes');
  assert.equal(sizeInWords(16_795_365_018), '16.8 GB');
  assert.equal(sizeInWords(143e9), '143 GB');
});

test('times are told in one unit', () => {
  assert.equal(timeInWords(1), '1 second');
  assert.equal(timeInWords(62), '62 seconds');
  assert.equal(timeInWords(180), '3 minutes');
  assert.equal(timeInWords(3 * 3600), '3 hours');
  assert.equal(timeInWords(72 * 3600), '3 days');
});

test('numbers of things are told as people say them', () => {
  assert.equal(timesInWords(1), 'once');
  assert.equal(timesInWords(2), 'twice');
  assert.equal(timesInWords(5), '5 times');
  assert.equal(count(1, 'file'), '1 file');
  assert.equal(count(193_946, 'file'), '193,946 files');
});
