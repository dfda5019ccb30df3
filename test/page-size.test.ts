import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { readPageFiles } from '../src/app/page-files.ts';

const MOST_SCRIPT_BYTES = 200 * 1024;

test('all script of the page is under 200 KB compressed, and nothing in it comes from elsewhere', async (t) => {
  const files = await readPageFiles();
  if (files.length === 0) return t.skip('the page is not built: npm run build:page');
  const scripts = files.filter(({ type }) => type.startsWith('text/javascript'));
  assert.ok(scripts.length > 0);
  const sizes = scripts.map(({ bytes }) => gzipSync(bytes).length);
  const sum = sizes.reduce((one, other) => one + other, 0);
  assert.ok(sum < MOST_SCRIPT_BYTES, `${sum} bytes`);
  const page = files.find(({ path }) => path === '/index.html');
  assert.doesNotMatch(String(page?.bytes), /(?:src|href)="(?:https?:)?\/\//);
});
