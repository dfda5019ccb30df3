import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileIdOf } from './file-id.ts';

test('the names every backup has', () => {
  assert.equal(fileIdOf('HomeDomain', 'Library/SMS/sms.db'), '3d0d7e5fb2ce288813306e4d4636395e047a3d28');
  assert.equal(fileIdOf('HomeDomain', ''), '70765829101933f25994c71bbee6dfd685535bff');
});

test('names are hashed as UTF-8', () => {
  assert.equal(fileIdOf('MediaDomain', 'é'), 'de0dd985698edca169883deac8f8c875ed5e1dde');
});
