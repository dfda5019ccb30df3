import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { proto } from '../../test/support/app-data/protobuf.ts';
import { WireError } from './errors.ts';
import { protoBytes, protoFields, protoNumber, protoText } from './protobuf.ts';

test('the example of the format’s own documentation: field 1 is 150, field 2 is "testing"', () => {
  const bytes = Buffer.from('08960112077465737469 6e67'.replace(' ', ''), 'hex');
  assert.equal(protoNumber(bytes, 1), 150);
  assert.equal(protoText(bytes, 2), 'testing');
  assert.equal(protoBytes(bytes, 3), undefined);
});

test('fields come in their order, nested ones as bytes', () => {
  const inner = fc.tuple(fc.integer({ min: 1, max: 1000 }), fc.oneof(fc.maxSafeNat(), fc.string()));
  fc.assert(
    fc.property(fc.array(inner), (fields) => {
      const read = [...protoFields(proto(...fields))].map(({ number, value }) => [
        number,
        typeof value === 'number' ? value : Buffer.from(value).toString(),
      ]);
      assert.deepEqual(read, fields);
    }),
  );
});

test('any other bytes end in a typed error or in fields', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
      try {
        for (const _ of protoFields(bytes));
      } catch (thrown) {
        assert.ok(thrown instanceof WireError);
      }
    }),
  );
});
