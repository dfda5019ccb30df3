import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { WireError } from './errors.ts';
import { decodeMbFile, encodeMbFile, type MbFile, sizeOfMbFile } from './mbfile.ts';
import { peekSize } from './mbfile-size.ts';
import { asArray, asDict } from './plist/access.ts';
import { encodeBinary } from './plist/binary-encode.ts';
import { decodePlist } from './plist/decode.ts';
import { encodeXml } from './plist/xml-encode.ts';

const picture: MbFile = {
  relativePath: 'Media/DCIM/100APPLE/IMG_0001.HEIC',
  size: 5_000_000_000,
  mode: 0o100644,
  userId: 501,
  groupId: 501,
  inode: 184_673,
  lastModified: 1_767_323_045,
  lastStatusChange: 1_767_323_046,
  birth: 1_767_323_044,
  protectionClass: 3,
  flags: 0,
};

const everything: MbFile = {
  ...picture,
  encryptionKey: Buffer.alloc(44, 1),
  digest: Buffer.alloc(20, 2),
  target: '../elsewhere',
  extendedAttributes: Buffer.alloc(300, 3),
};

const count = fc.nat({ max: Number.MAX_SAFE_INTEGER });
const bytes = fc.uint8Array({ minLength: 1, maxLength: 60 }).map((array) => Buffer.from(array));
const anyFile: fc.Arbitrary<MbFile> = fc.record(
  {
    relativePath: fc.string({ unit: 'grapheme', maxLength: 80 }),
    size: count,
    mode: count,
    userId: count,
    groupId: count,
    inode: count,
    lastModified: count,
    lastStatusChange: count,
    birth: count,
    protectionClass: count,
    flags: count,
    encryptionKey: bytes,
    digest: bytes,
    target: fc.string(),
    extendedAttributes: bytes,
  },
  {
    noNullPrototype: true,
    requiredKeys: [
      'relativePath',
      'size',
      'mode',
      'userId',
      'groupId',
      'inode',
      'lastModified',
      'lastStatusChange',
      'birth',
      'protectionClass',
      'flags',
    ],
  },
);

describe('the file blob', () => {
  test('holds whatever a file is', () => {
    fc.assert(fc.property(anyFile, (file) => assert.deepEqual(decodeMbFile(encodeMbFile(file)), file)));
  });

  test("is an archive of objects in the phone's order, the class of the file last", () => {
    const objects = asArray(asDict(decodePlist(encodeMbFile(everything))).get('$objects'));
    const kinds = objects.map((object) => (object instanceof Map ? [...object.keys()].join() : object));
    assert.deepEqual(kinds.slice(2), [
      everything.relativePath,
      everything.target,
      everything.digest,
      'NS.data,$class',
      '$classname,$classes',
      everything.extendedAttributes,
      '$classname,$classes',
    ]);
  });

  test('tells its size without being decoded, and decoded the same', () => {
    fc.assert(fc.property(anyFile, (file) => assert.equal(peekSize(encodeMbFile(file)), file.size)));
  });

  test('tells its size in forms that no phone writes, too', () => {
    const xml = Buffer.from(encodeXml(decodePlist(encodeMbFile(everything))));
    assert.equal(peekSize(xml), undefined);
    assert.equal(sizeOfMbFile(xml), everything.size);
  });

  test('is refused without what a file cannot do without', () => {
    assert.throws(() => decodeMbFile(encodeBinary({ $objects: ['$null'], $top: {} })), WireError);
    assert.throws(() => sizeOfMbFile(Buffer.alloc(100)), WireError);
  });

  test('damaged is read or refused, nothing else', () => {
    const blob = encodeMbFile(everything);
    fc.assert(
      fc.property(fc.nat(blob.length - 1), fc.nat(255), fc.boolean(), (place, byte, cut) => {
        const damaged = Buffer.from(blob);
        damaged[place] = byte;
        const given = cut ? damaged.subarray(0, place) : damaged;
        for (const read of [decodeMbFile, sizeOfMbFile]) {
          try {
            read(given);
          } catch (error) {
            assert.ok(error instanceof WireError, String(error));
          }
        }
      }),
      { numRuns: 2000 },
    );
  });
});
