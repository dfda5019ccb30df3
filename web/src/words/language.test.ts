import assert from 'node:assert/strict';
import { test } from 'node:test';
import { languageFor } from './language.ts';

test('the language is the chosen one, else the first of the browser’s that we speak', () => {
  assert.equal(languageFor(null, ['fr-CA', 'de-AT', 'en']), 'de');
  assert.equal(languageFor('en', ['de']), 'en');
  assert.equal(languageFor('auto', ['de-DE']), 'de');
  assert.equal(languageFor(undefined, ['fr', 'it']), 'en');
});
