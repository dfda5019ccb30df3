import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askedThings, placeAsked, requestFor } from './things.ts';

test('the address says what is to be taken out', () => {
  assert.equal(askedThings(''), 'photos');
  assert.equal(askedThings('?what=messages'), 'messages');
  assert.equal(askedThings('?what=everything'), 'photos');
  assert.equal(askedThings('?domain=HomeDomain&folder='), 'files');
  assert.deepEqual(placeAsked('?domain=HomeDomain&folder=Library'), {
    domain: 'HomeDomain',
    folder: 'Library',
  });
});

test('a folder is taken with all that is below it, and by its own name only', () => {
  const place = { domain: 'HomeDomain', folder: 'Draft [1]' };
  assert.deepEqual(requestFor({ id: 'b', what: 'files', to: '/home/me/out', place, password: '' }), {
    kind: 'extract',
    backup: 'b',
    what: 'files',
    to: '/home/me/out',
    domain: 'HomeDomain',
    glob: 'Draft [[]1]/*',
  });
});

test('a password goes along only when there is one', () => {
  const place = undefined;
  assert.deepEqual(requestFor({ id: 'b', what: 'photos', to: '/o', place, password: 'p' }), {
    kind: 'extract',
    backup: 'b',
    what: 'photos',
    to: '/o',
    password: 'p',
  });
});
