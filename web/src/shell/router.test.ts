import assert from 'node:assert/strict';
import { test } from 'node:test';
import { match } from './router.ts';

test('a pattern names the parts of a path', () => {
  assert.deepEqual(match('/', '/'), {});
  assert.deepEqual(match('/runs/:run', '/runs/7'), { run: '7' });
  assert.deepEqual(match('/runs/:run', '/runs/a%2Fb/'), { run: 'a/b' });
  assert.deepEqual(match('/backups/:id/*', '/backups/x/files/Media'), { id: 'x', rest: 'files/Media' });
  assert.deepEqual(match('/backups/*', '/backups'), { rest: '' });
});

test('a path that does not fit is another view', () => {
  assert.equal(match('/', '/runs'), undefined);
  assert.equal(match('/runs/:run', '/runs'), undefined);
  assert.equal(match('/runs/:run', '/backups/7'), undefined);
});
