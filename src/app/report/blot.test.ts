import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Blot } from './blot.ts';

const UDID = '00008140-001A2B3C4D5E001E';

test('the same thing has the same stand-in wherever it comes up', () => {
  const blotted = new Blot([]).all({
    destination: '/media/ana/Anas Platte',
    backup: { path: `/media/ana/Anas Platte/${UDID}` },
    sentence: `The disk at /media/ana/Anas Platte is full; ${UDID} was not moved.`,
  });
  assert.deepEqual(blotted, {
    destination: '/media/‹name 1›/‹name 2›',
    backup: { path: '/media/‹name 1›/‹name 2›/‹phone 1›' },
    sentence: 'The disk at /media/‹name 1›/‹name 2› is full; ‹phone 1› was not moved.',
  });
});

test('words that are nobody’s stay, so that the report can be read', () => {
  const fact = {
    sentence: 'The iPhone left the cable connection at 45 %, after 1.2 GB and 16,384 files.',
    file: { domain: 'AppDomain-com.example.app', path: 'Media/DCIM/100APPLE/IMG_0004.HEIC' },
    at: '2026-11-22T16:38:53.039Z',
    run: '5b2f6a8e-6d0c-4a39-9a55-1f2e3d4c5b6a',
    code: 'backup.link-lost',
    productType: 'iPhone17,3',
    bytes: 123_456_789_012_345_680,
  };
  assert.deepEqual(new Blot([]).all(fact), fact);
});

test('names of files are blotted, their kind is not', () => {
  const { path } = Object(new Blot([]).all({ path: 'Documents/Scheidung Ana.pdf' }));
  assert.equal(path, 'Documents/‹name 1›.pdf');
});

test('a file is blotted in a sentence, too, by its whole path or by its name alone', () => {
  const path = 'Documents/Ana und Ben/Scheidung.pdf';
  const blotted = JSON.stringify(
    new Blot([]).all([
      { sentence: `The iPhone cannot read ${path}.` },
      { sentence: 'Open “Scheidung.pdf” in its app.' },
      { path },
    ]),
  );
  assert.doesNotMatch(blotted, /Ana|Ben|Scheidung/);
  assert.match(blotted, /Documents\/‹name \d›\/‹name \d›\.pdf/);
});

const SECRETS = [
  UDID,
  '2b6f0cc904d137be2e1730235f5664094b831186',
  'ana.example@mail.example',
  '+49 170 1234567',
  '356938035643809',
  '89490200001234567890',
  'F2LXK1ABJCL7',
  'a4:83:e7:12:34:56',
  '192.168.178.21',
  'anas-laptop',
];

test('nothing personal survives, whatever surrounds it and however deep it lies', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...SECRETS),
      fc.constantFrom(...SECRETS),
      fc.string({ unit: fc.constantFrom(...'the iPhone, and. (') }),
      (one, other, between) => {
        const text = `see ${one} ${between} ${other}.`;
        const blotted = JSON.stringify(new Blot(['anas-laptop']).all({ deep: [{ sentence: text }] }));
        assert.ok(!blotted.includes(one) && !blotted.includes(other), blotted);
      },
    ),
  );
});

test('names in paths are blotted in sentences too', () => {
  for (const path of [
    '/home/ana/backups',
    '/Users/ana/Library/x',
    'C:\\Users\\ana\\x',
    '/run/media/ana/Stick',
  ])
    assert.ok(!new Blot([]).text(`It is in ${path}, or was.`).includes('ana'), path);
});
