import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempDisposableSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { WireError } from '../errors.ts';
import { decodeBinary } from './binary-decode.ts';
import { encodeBinary } from './binary-encode.ts';
import { decodePlist } from './decode.ts';
import { MAX_INTEGER, MIN_INTEGER, type PlistValue, Real, Uid } from './value.ts';
import { encodeXml } from './xml-encode.ts';

const safe = BigInt(Number.MAX_SAFE_INTEGER);

/** Text as XML can carry it: libplist ends a string at NUL. */
const text = fc.string({ unit: 'binary' }).filter((string) => !string.includes('\0'));

const scalar: fc.Arbitrary<PlistValue> = fc.oneof(
  text,
  fc.string({ minLength: 14, maxLength: 300 }),
  fc.boolean(),
  fc.nat({ max: 70_000 }),
  fc.maxSafeInteger().map((integer) => integer + 0),
  fc.bigInt({ min: MIN_INTEGER, max: -safe - 1n }),
  fc.bigInt({ min: safe + 1n, max: MAX_INTEGER }),
  fc.oneof(fc.double(), fc.float()).map((value) => new Real(value === 0 ? 0 : value)),
  fc.nat({ max: 2 ** 32 - 1 }).map((value) => new Uid(value)),
  fc.nat({ max: 2 ** 33 }).map((seconds) => new Date(seconds * 1000)),
  fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
);

const { value: document } = fc.letrec<{ value: PlistValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', maxDepth: 4 },
    scalar,
    fc.array(tie('value'), { maxLength: 6 }),
    fc
      .array(fc.tuple(fc.oneof(text, fc.constant('__proto__')), tie('value')), { maxLength: 6 })
      .map((entries) => new Map(entries)),
  ),
}));

describe('whatever a property list can hold', () => {
  test('comes back from the binary form, keys in order', () => {
    fc.assert(
      fc.property(document, (value) => {
        const bytes = encodeBinary(value);
        const back = decodePlist(bytes);
        assert.deepEqual(back, value);
        assert.deepEqual(encodeBinary(back), bytes);
      }),
    );
  });

  test('comes back from the XML form, keys in order', () => {
    fc.assert(
      fc.property(document, (value) => {
        const xml = encodeXml(value);
        const back = decodePlist(Buffer.from(xml));
        assert.deepEqual(back, value);
        assert.equal(encodeXml(back), xml);
      }),
    );
  });
});

describe('a damaged property list', () => {
  const damage = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat({ max: 255 })), {
    minLength: 1,
    maxLength: 4,
  });

  for (const encode of [encodeBinary, (value: PlistValue) => Buffer.from(encodeXml(value))]) {
    test(`is a value or a WireError, nothing else (${encode.name === 'encodeBinary' ? 'binary' : 'XML'})`, () => {
      fc.assert(
        fc.property(document, damage, fc.boolean(), (value, places, cut) => {
          const bytes = Buffer.from(encode(value));
          for (const [place, byte] of places) bytes[Math.floor(place * (bytes.length - 1))] = byte;
          const length = cut ? Math.floor(bytes.length * (places[0]?.[0] ?? 1)) : bytes.length;
          decodesOrRefuses(bytes.subarray(0, length));
        }),
        { numRuns: 1000 },
      );
    });
  }

  test('is a value or a WireError also when only its trailer or head is damaged', () => {
    fc.assert(
      fc.property(document, fc.nat({ max: 31 }), fc.nat({ max: 255 }), (value, place, byte) => {
        const bytes = Buffer.from(encodeBinary(value));
        bytes[bytes.length - 1 - place] = byte;
        decodesOrRefuses(bytes);
      }),
      { numRuns: 1000 },
    );
  });
});

function decodesOrRefuses(bytes: Buffer): void {
  try {
    decodePlist(bytes);
  } catch (error) {
    assert.ok(error instanceof WireError && error.code === 'wire.plist', String(error));
  }
}

const skip = spawnSync('plistutil', ['--version']).error
  ? 'plistutil (libplist-utils) is not installed'
  : false;

describe('libplist', { skip }, () => {
  test('reads our binary form and writes the XML we write', () => {
    fc.assert(
      fc.property(fc.array(document, { minLength: 20, maxLength: 20 }), (values) => {
        assert.equal(plistutil(encodeBinary(values), 'xml').toString(), encodeXml(values));
      }),
      { numRuns: 25 },
    );
  });

  test('reads our XML form and writes a binary form that we read the same', () => {
    fc.assert(
      fc.property(fc.array(document, { minLength: 20, maxLength: 20 }), (values) => {
        const xml = encodeXml(values);
        assert.equal(encodeXml(decodeBinary(plistutil(Buffer.from(xml), 'bin'))), xml);
      }),
      { numRuns: 25 },
    );
  });

  test('indents data alike at every depth', () => {
    let value: PlistValue = Buffer.alloc(200, 7);
    for (let depth = 0; depth < 12; depth++) {
      assert.equal(plistutil(encodeBinary(value), 'xml').toString(), encodeXml(value));
      value = [value, Buffer.alloc(0)];
    }
  });
});

/** Through a file: fed by Node through its standard input, plistutil 2.2 now and then waits for ever. */
function plistutil(input: Buffer, format: 'xml' | 'bin'): Buffer {
  using folder = mkdtempDisposableSync(join(tmpdir(), 'thaw-plist-'));
  const file = join(folder.path, 'input.plist');
  writeFileSync(file, input);
  const { status, stdout, stderr } = spawnSync('plistutil', ['-i', file, '-f', format], {
    maxBuffer: 2 ** 26,
  });
  assert.equal(status, 0, stderr.toString());
  return stdout;
}
