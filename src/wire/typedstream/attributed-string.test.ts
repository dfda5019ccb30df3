import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { attributedBody } from '../../../test/support/app-data/typedstream.ts';
import { WireError } from '../errors.ts';
import { decodeAttributedString } from './attributed-string.ts';

/** Typed by hand after the published layout; pytypedstream reads the same out of it. */
const HELLO = Buffer.from(
  [
    '040b73747265616d747970656481e803', // the header
    '84014084848412', // a new object of class …
    '4e5341747472696275746564537472696e6700', // NSAttributedString, version 0
    '8484084e534f626a65637400', // from NSObject, which
    '85', // has no ancestor
    '92', // type @ again
    '848484084e53537472696e6701', // a new NSString
    '94', // from NSObject, as before
    '84012b', // bytes
    '0648c3a96c6c6f86', // "Héllo"
    '840269490105', // run 1, five units
    '928484840c4e5344696374696f6e6172790094', // its attributes
    '84016901', // one of them
    '928496961d5f5f6b494d4d657373616765506172744174747269627574654e616d65',
    '86928484', // a number, 0
    '84084e534e756d626572008484074e5356616c75650094',
    '84012a84999900868686',
  ].join(''),
  'hex',
);

test('a message as a phone writes it: text and the number of its part', () => {
  const { text, runs } = decodeAttributedString(HELLO);
  assert.equal(text, 'Héllo');
  assert.deepEqual(runs, [{ text: 'Héllo', attributes: new Map([['__kIMMessagePartAttributeName', 0]]) }]);
});

test('runs that look the same share their attributes, and lengths count UTF-16 units', () => {
  const guid = { __kIMFileTransferGUIDAttributeName: 'G-1' };
  const body = attributedBody(
    { text: '👋 one ' },
    { text: '\ufffc', attributes: guid },
    { text: ' two'.repeat(100) },
  );
  const { runs } = decodeAttributedString(body);
  assert.deepEqual(
    runs.map((run) => run.text),
    ['👋 one ', '\ufffc', ' two'.repeat(100)],
  );
  assert.equal(runs[1]?.attributes.get('__kIMFileTransferGUIDAttributeName'), 'G-1');
  assert.deepEqual(runs[2]?.attributes, runs[0]?.attributes);
});

test('whatever is written comes back', () => {
  const run = fc.record({
    text: fc.string({ unit: 'grapheme', minLength: 1 }),
    attributes: fc.dictionary(
      fc.string({ minLength: 1, unit: 'grapheme-ascii' }),
      fc.oneof(fc.string(), fc.integer({ min: -1e9, max: 1e9 })),
      { maxKeys: 3, noNullPrototype: true },
    ),
  });
  fc.assert(
    fc.property(fc.array(run, { minLength: 1, maxLength: 12 }), (runs) => {
      const decoded = decodeAttributedString(attributedBody(...runs));
      assert.deepEqual(
        decoded.runs.map(({ text, attributes }) => [text, Object.fromEntries(attributes)]),
        runs.map(({ text, attributes }) => [text, { __kIMMessagePartAttributeName: 0, ...attributes }]),
      );
    }),
  );
});

test('damaged bytes are said to be so, and never hang', () => {
  fc.assert(
    fc.property(fc.nat(HELLO.length - 1), fc.uint8Array({ maxLength: 6 }), (at, noise) => {
      const bytes = Buffer.concat([HELLO.subarray(0, at), noise, HELLO.subarray(at + noise.length)]);
      try {
        decodeAttributedString(bytes);
      } catch (thrown) {
        assert.ok(thrown instanceof WireError, String(thrown));
      }
    }),
    { numRuns: 300 },
  );
});
