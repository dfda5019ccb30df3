import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { openKey, sealKey } from './class-keys.ts';
import { WireError } from './errors.ts';
import { decryptFile } from './file-cipher.ts';
import { createKeybag, derivePasscodeKey, encodeKeybag, parseKeybag, unlockKeybag } from './keybag.ts';

const hex = (text: string): Buffer => Buffer.from(text.replaceAll(/\s/g, ''), 'hex');

/**
 * Sealed by pycryptodome 3's key wrap and opened by the Python package iphone_backup_decrypt 0.11.2, both given a
 * made-up password and made-up keys. Classes 3, 4 and 11; 1234 outer and 123 inner rounds.
 */
const foreign = {
  password: 'correct horse bättery',
  keybag: hex(`
    56455253 00000004 00000005 54595045 00000004 00000001 55554944 00000010 1848e1065c21d08bc0dd54df398dbdbb
    484d434b 00000028 d67c75b4a18af86665c35526cd81dc0edf5d4e28f248b1c37decca6fa74b865061c0c07200a84306
    57524150 00000004 00000000 53414c54 00000014 65c7df7043958a926270dca4bf17f29c8ecb6e2a
    49544552 00000004 0000007b 44505754 00000004 00000001 44504943 00000004 000004d2
    4450534c 00000014 81527bcf546b5fe77e64c8fd3c73f6707f4094fa
    55554944 00000010 b9f6b4f0f2d4fb2144615cf6bb3ecc95 434c4153 00000004 00000003 57524150 00000004 00000002
    4b545950 00000004 00000000 57504b59 00000028 d4b62a7fef996f8af31a3b6c39ef5d673a4dfafc91443c9266254a377fa0ab9b23a78ae5f78e6dc0
    55554944 00000010 5732faed91b50f220273c1ad7405f8b4 434c4153 00000004 00000004 57524150 00000004 00000002
    4b545950 00000004 00000000 57504b59 00000028 a3eaec850989b157af7c939bb884042ebd98df27e858ed556319217d1484538b3ff8f40deae5cd92
    55554944 00000010 9bf7bef6e584c2f3422f45ee5a57cbc7 434c4153 00000004 0000000b 57524150 00000004 00000003
    4b545950 00000004 00000000 57504b59 00000028 8f2478ff290403931b18ed2429f6380a5175c17f7272d92576505bf02f696628ed41938c333d0e83`),
  passcodeKey: hex('5dc319e1d0bbac8a9e5801b29cb4577f63fb997595f5a0df0aab97b245d52c1d'),
  class3: hex('cda884bfbad3cb7e5bf4887152b1e129c8396e29f8b7303dfe56d99be7906de3'),
  encryptionKey: hex(
    '04000000 4608953594dcba25716a7d0e9d95e6c0aa4d6ed93b533c296de1ebab9f2c65849731ec926c00762b',
  ),
  file: hex('6fcf37d65db7db85f262b2bc6636a2ee3edf8621132b93c97bcff12ae7f220d7'),
  text: 'A file of 31 bytes, hello world',
};

describe('a keybag that another program made', () => {
  test('opens with its password, down to the file', async () => {
    const keybag = parseKeybag(foreign.keybag);
    const passcodeKey = await derivePasscodeKey(foreign.password, keybag);
    assert.deepEqual(passcodeKey, foreign.passcodeKey);

    const classKeys = unlockKeybag(keybag, passcodeKey);
    assert.deepEqual([...classKeys.keys()], [3, 4, 11]);
    assert.deepEqual(classKeys.get(3), foreign.class3);

    const decipher = decryptFile(openKey(classKeys, foreign.encryptionKey));
    assert.equal(decipher.update(foreign.file, undefined, 'utf8') + decipher.final('utf8'), foreign.text);
  });

  test('does not open with another', async () => {
    const keybag = parseKeybag(foreign.keybag);
    const passcodeKey = await derivePasscodeKey('correct horse battery', keybag);
    assert.throws(
      () => unlockKeybag(keybag, passcodeKey),
      (error) => error instanceof WireError && error.facts['wrongPassword'] === true,
    );
  });

  test('is written again byte for byte', () => {
    assert.deepEqual(encodeKeybag(parseKeybag(foreign.keybag)), foreign.keybag);
  });
});

describe('a key from a password', () => {
  const ascending = (from: number): Buffer => Buffer.from(Array.from({ length: 20 }, (_, i) => from + i));
  const inner = { salt: ascending(0x14), rounds: 100 };
  const outer = { salt: ascending(0), rounds: 1000 };
  const head = {
    version: 5,
    type: 1,
    uuid: Buffer.alloc(16),
    hmacKey: Buffer.alloc(40),
    wrap: 0,
    classes: [],
  };

  test('is stretched twice', async () => {
    const key = await derivePasscodeKey('test', { ...head, inner, outer });
    assert.deepEqual(key, hex('35fe40f27ffacad81307ff28242dad7f8aaa5024934ca47418e3d4aa814ae69f'));
  });

  test('was stretched once before iOS 10.2', async () => {
    const key = await derivePasscodeKey('test', { ...head, inner });
    assert.deepEqual(key, hex('2c548072d88a629aca524b91857430ac7170e4a10ed2470ca01b14b2bf799f94'));
  });

  test('is not waited for once the wait is over', async () => {
    const slow = { ...head, inner, outer: { ...outer, rounds: 300_000 } };
    const stop = new AbortController();
    const key = derivePasscodeKey('test', slow, stop.signal);
    stop.abort(new Error('enough'));
    await assert.rejects(key, /enough/);
  });

  test('is refused when the rounds would take for ever, or are none', async () => {
    for (const rounds of [0, 2 ** 32 - 1]) {
      await assert.rejects(derivePasscodeKey('test', { ...head, inner: { ...inner, rounds } }), WireError);
    }
  });
});

test('a new keybag survives being written, and opens to the keys it was made with', async () => {
  const made = await createKeybag({ password: 'sesame', rounds: 10, random: randomBytes });
  const read = parseKeybag(encodeKeybag(made.keybag));
  assert.deepEqual(read, made.keybag);

  const opened = unlockKeybag(read, await derivePasscodeKey('sesame', read));
  assert.deepEqual(opened, made.classKeys);
  const fileKey = randomBytes(32);
  const sealed = sealKey(made.classKeys, 3, fileKey);
  assert.equal(sealed.length, 44);
  assert.deepEqual(openKey(opened, sealed), fileKey);
  assert.throws(
    () => openKey(opened, Buffer.concat([Buffer.from([12, 0, 0, 0]), sealed.subarray(4)])),
    WireError,
  );
});

test('a damaged keybag is read or refused, nothing else', () => {
  fc.assert(
    fc.property(fc.nat(foreign.keybag.length - 1), fc.nat(255), fc.boolean(), (place, byte, cut) => {
      const bytes = Buffer.from(foreign.keybag);
      bytes[place] = byte;
      try {
        parseKeybag(cut ? bytes.subarray(0, place) : bytes);
      } catch (error) {
        assert.ok(error instanceof WireError && error.code === 'wire.keybag', String(error));
      }
    }),
    { numRuns: 500 },
  );
});
