import assert from 'node:assert/strict';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { contacts } from '../../../../test/support/app-data/contacts.ts';
import { openApp } from '../../../../test/support/app-data/open-app.ts';
import { PhoneFolder } from '../../../../test/support/app-data/phone-folder.ts';
import { ADDRESS_BOOK, contactsOf } from './address-book.ts';
import { keyOf } from './people.ts';
import { PICTURES, pictureOf } from './pictures.ts';
import { vcardOf } from './vcard.ts';

async function book() {
  const folder = await mkdtempDisposable(join(tmpdir(), 'thaw-contacts-'));
  const phone = new PhoneFolder(folder.path);
  contacts(phone);
  return { phone, [Symbol.asyncDispose]: () => folder.remove() };
}

test('a card with labels, address, groups, birthday without a year and picture', async () => {
  await using made = await book();
  using database = openApp(made.phone, ADDRESS_BOOK);
  using pictures = openApp(made.phone, PICTURES);
  const [ana, bakery] = [...contactsOf(database)];
  assert.ok(ana && bakery);
  const lines = vcardOf(ana, pictureOf(pictures, ana.id), '3.0').replaceAll('\r\n ', '').split('\r\n');
  for (const line of [
    'VERSION:3.0',
    'N:Müller\\; Söhne;Ana;;;',
    'TEL;TYPE=CELL:0151 12345678',
    'item1.EMAIL;TYPE=INTERNET:ana@example.com',
    'item1.X-ABLabel:Hütte',
    'ADR;TYPE=HOME:;;Gasse 1\\nHinterhaus;Wien;;;',
    'BDAY;X-APPLE-OMIT-YEAR=1604:1604-02-29',
    'CATEGORIES:Friends',
    'NOTE:Line one\\nLine\\, two',
  ]) {
    assert.ok(lines.includes(line), line);
  }
  assert.ok(lines.some((line) => line.startsWith('PHOTO;ENCODING=b;TYPE=JPEG:/9j/')));

  const four = vcardOf(ana, undefined, '4.0');
  assert.match(four, /^BEGIN:VCARD\r\nVERSION:4\.0\r\n/);
  assert.match(four, /\r\nBDAY:--0229\r\n/);
  assert.match(four, /\r\nTEL;TYPE=cell:0151 12345678\r\n/);
  assert.match(vcardOf(bakery, undefined, '3.0'), /\r\nX-ABShowAs:COMPANY\r\n/);
});

test('what stands in a card cannot end it', async () => {
  await using made = await book();
  using database = openApp(made.phone, ADDRESS_BOOK);
  const [ana] = contactsOf(database);
  assert.ok(ana);
  const hostile = 'x\r\nEND:VCARD\r\nBEGIN:VCARD';
  const values = [
    { kind: 'social', label: undefined, service: `a"b;c:d\r\n`, username: hostile, url: undefined },
  ] as const;
  const card = vcardOf({ ...ana, name: hostile, note: hostile, values }, undefined, '3.0');
  assert.equal(card.match(/^END:VCARD/gm)?.length, 1);
});

test('one number is one person, however it is written', () => {
  assert.equal(keyOf('+49 151 12345678'), keyOf('0151/12345678'));
  assert.equal(keyOf('Kim@Example.com'), keyOf('kim@example.com'));
  assert.notEqual(keyOf('+49 151 12345678'), keyOf('+49 151 12345679'));
  assert.equal(keyOf('12345'), '12345', 'a short code is no telephone number');
});
