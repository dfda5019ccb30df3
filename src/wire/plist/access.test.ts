import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WireError } from '../errors.ts';
import { asArray, asDict, integerIn, maybeNumberIn, maybeStringIn, stringIn, stringsOf } from './access.ts';
import { type PlistDict, type PlistValue, Real } from './value.ts';

const answer: PlistDict = new Map<string, PlistValue>([
  ['Key', 'DeviceName'],
  ['Value', 7],
  ['Progress', new Real(12.5)],
  ['Large', 2n ** 60n],
]);

test('a value of the right kind is given', () => {
  assert.equal(stringIn(answer, 'Key'), 'DeviceName');
  assert.equal(integerIn(answer, 'Value'), 7);
  assert.equal(maybeNumberIn(answer, 'Value'), 7);
  assert.equal(maybeNumberIn(answer, 'Progress'), 12.5);
  assert.deepEqual(stringsOf(['a', 'b']), ['a', 'b']);
});

test('a missing one, or one of another kind, is an error that names both', () => {
  const wrong = (facts: object) => (error: unknown) => {
    assert.ok(error instanceof WireError);
    assert.equal(error.code, 'wire.unexpected');
    assert.deepEqual(error.facts, facts);
    return true;
  };
  assert.throws(() => stringIn(answer, 'Value'), wrong({ what: 'Value', kind: 'a string', found: 'number' }));
  assert.throws(
    () => stringIn(answer, 'Error'),
    wrong({ what: 'Error', kind: 'a string', found: 'missing' }),
  );
  assert.throws(
    () => integerIn(answer, 'Large'),
    wrong({ what: 'Large', kind: 'an integer', found: 'bigint' }),
  );
  assert.throws(() => asDict([], 'answer'), wrong({ what: 'answer', kind: 'a dictionary', found: 'array' }));
  assert.throws(
    () => asArray(answer, 'message'),
    wrong({ what: 'message', kind: 'an array', found: 'dictionary' }),
  );
  assert.throws(
    () => stringsOf(['a', 1], 'paths'),
    wrong({ what: 'an item of paths', kind: 'a string', found: 'number' }),
  );
});

test('or undefined, for those that only look', () => {
  assert.equal(maybeStringIn(answer, 'Value'), undefined);
  assert.equal(maybeStringIn(answer, 'Error'), undefined);
});
