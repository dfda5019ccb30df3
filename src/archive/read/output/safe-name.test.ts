import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { numbered, safeName } from './safe-name.ts';

/** Code units of any kind, lone surrogates among them. */
const anyText = fc.string({
  unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
  maxLength: 160,
});

test('names every system takes', () => {
  const cases = [
    ['IMG_0001.HEIC', 'IMG_0001.HEIC'],
    ['a/b\\c:d', 'a_b_c_d'],
    ['..', '_'],
    ['CON.txt', 'CON_.txt'],
    ['con', 'con_'],
    ['Console.txt', 'Console.txt'],
    ['ends with a dot.', 'ends with a dot_'],
    ['Cafe\u0301', 'Café'],
    ['gnp.\u202egpj.exe', 'gnp._gpj.exe'],
    ['', '_'],
    [`${'x'.repeat(300)}.jpeg`, `${'x'.repeat(115)}.jpeg`],
  ] as const;
  for (const [name, safe] of cases) assert.equal(safeName(name), safe);
});

test('any name becomes one that is safe, and stays what it is the second time', () => {
  const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
  fc.assert(
    fc.property(anyText, (name) => {
      const safe = safeName(name);
      assert.equal(safeName(safe), safe);
      assert.doesNotMatch(safe, /[\\/:*?"<>|\p{Cc}]|[. ]$|^$/u);
      assert.doesNotMatch(safe, reserved);
      assert.ok(Buffer.byteLength(safe) <= 255);
    }),
  );
});

test('a number stands before the extension, however long the name is', () => {
  assert.equal(numbered('IMG_0001.HEIC', 2), 'IMG_0001 (2).HEIC');
  assert.equal(numbered('no extension', 3), 'no extension (3)');
  assert.match(numbered(safeName(`${'ä'.repeat(300)}.jpg`), 12), /^ä+ \(12\)\.jpg$/);
});
