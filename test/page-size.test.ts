import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { readPageFiles } from '../src/app/page-files.ts';

const MOST_SCRIPT_BYTES = 200 * 1024;
const ANOTHER_LANGUAGE = /^\/assets\/(?:de|server-words)-[\w-]+\.js$/;

test('the script of the first view is under 200 KB compressed in any language, and nothing in it comes from elsewhere', async (t) => {
  const files = await readPageFiles();
  if (files.length === 0) return t.skip('the page is not built: npm run build:page');
  const page = files.find(({ path }) => path === '/index.html');
  const named = new Set(String(page?.bytes).match(/\/assets\/[\w.-]+\.js/g));
  // Of another language than English both the page's words and the server's are loaded before anything is shown.
  const first = files.filter(({ path }) => named.has(path) || ANOTHER_LANGUAGE.test(path));
  assert.ok(named.size > 0 && first.length >= named.size + 2);
  const sizes = first.map(({ bytes }) => gzipSync(bytes).length);
  const sum = sizes.reduce((one, other) => one + other, 0);
  assert.ok(sum < MOST_SCRIPT_BYTES, `${sum} bytes`);
  assert.doesNotMatch(String(page?.bytes), /(?:src|href)="(?:https?:)?\/\//);
});
