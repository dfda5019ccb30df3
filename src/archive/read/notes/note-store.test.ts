import assert from 'node:assert/strict';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { noteBody, notes, noteTable, olderNotes, oldNotes } from '../../../../test/support/app-data/notes.ts';
import { openApp } from '../../../../test/support/app-data/open-app.ts';
import { PhoneFolder } from '../../../../test/support/app-data/phone-folder.ts';
import { textOfNote } from './note.ts';
import { decodeNoteBody } from './note-body.ts';
import { paragraphsHtml } from './note-html.ts';
import { NOTES, notesOf } from './note-store.ts';
import { decodeNoteTable } from './note-table.ts';
import { OLD_NOTES, oldNotesOf } from './old-notes.ts';

for (const [version, fill] of [
  ['iOS 17', notes],
  ['iOS 12', olderNotes],
] as const) {
  test(`notes of ${version}: folders, account, dates, lists; locked and damaged ones are said to be so`, async () => {
    await using folder = await mkdtempDisposable(join(tmpdir(), 'thaw-notes-'));
    const phone = new PhoneFolder(folder.path);
    fill(phone);
    using database = openApp(phone, NOTES);
    const [cake, secret, thrown, broken, flours] = [...notesOf(database)];
    assert.ok(cake && secret && thrown && broken && flours);
    assert.deepEqual(cake.folders, ['Küche', 'Kuchen']);
    assert.equal(cake.account, 'On My iPhone');
    assert.equal(cake.createdAt?.toISOString(), '2024-05-01T08:00:00.000Z');
    assert.match(textOfNote(cake), /^Käsekuchen: <Rezept>\n500 g Quark 🧀\n3 Eier\nBacken bei 180°/);
    assert.ok(cake.body.kind === 'text');
    const page = paragraphsHtml(cake.body.paragraphs, () => undefined).value;
    assert.match(page, /<ul class="check"><li>☑ 500 g Quark 🧀<\/li>\n<li>☐ 3 Eier<\/li>\n<\/ul>/);
    assert.match(page, /<b>Backen<\/b>/);
    assert.doesNotMatch(page, /javascript:/);
    assert.deepEqual(secret.body, { kind: 'locked', hint: 'the usual' });
    assert.equal(thrown.deleted, true);
    assert.equal(broken.body.kind, 'unreadable');
    assert.deepEqual(
      [...notesOf(database, { after: cake.id })].map(({ id }) => id),
      [11, 12, 13, 14],
    );
    assert.equal(textOfNote(flours), 'Mehl\nMehl\tGramm <je Tasse>\nDinkel 🌾\t110\n\t125\n');
    assert.ok(flours.body.kind === 'text');
    const table = paragraphsHtml(flours.body.paragraphs, () => undefined).value;
    assert.match(
      table,
      /<tr><td>Mehl<\/td><td>Gramm &lt;je Tasse&gt;<\/td><\/tr>\n<tr><td>Dinkel 🌾<\/td><td>110<\/td><\/tr>/,
    );
    assert.match(table, /A table.*damaged/);
  });
}

test('notes of iOS 8 are HTML: their text comes out, line by line', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'thaw-notes-'));
  const phone = new PhoneFolder(folder.path);
  oldNotes(phone);
  using database = openApp(phone, OLD_NOTES);
  const [note] = oldNotesOf(database);
  assert.ok(note);
  assert.match(textOfNote(note), /^Old & good\nsecond line é/);
});

test('a body of any bytes is text or unreadable, and one that unfolds to gigabytes is refused', () => {
  const good = noteBody({ text: 'Hello\nworld' });
  fc.assert(
    fc.property(fc.nat(good.length), fc.uint8Array({ maxLength: 4 }), (at, noise) => {
      const body = decodeNoteBody(
        Buffer.concat([good.subarray(0, at), noise, good.subarray(at + noise.length)]),
      );
      assert.ok(['text', 'unreadable'].includes(body.kind));
    }),
  );
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      assert.ok(['text', 'unreadable'].includes(decodeNoteBody(gzipSync(bytes)).kind));
    }),
  );
  assert.equal(decodeNoteBody(gzipSync(Buffer.alloc(40 * 1024 * 1024))).kind, 'unreadable');
});

test('a table written from right to left keeps the order of its columns and says so', () => {
  const table = decodeNoteTable(noteTable([['א', 'ב']], 'RightToLeft'));
  assert.deepEqual(table, { rows: [['א', 'ב']], rightToLeft: true });
});

test('a table of any bytes is a table or none, and never one of millions of cells', () => {
  const good = gunzipSync(
    noteTable([
      ['one', 'two'],
      ['three', 'four'],
    ]),
  );
  fc.assert(
    fc.property(fc.nat(good.length), fc.uint8Array({ maxLength: 4 }), (at, noise) => {
      const torn = Buffer.concat([good.subarray(0, at), noise, good.subarray(at + noise.length)]);
      const table = decodeNoteTable(gzipSync(torn));
      assert.ok(table === undefined || table.rows.flat().length <= 100_000);
    }),
  );
  const line = Array.from({ length: 400 }, () => '');
  const many = [line, ...Array.from({ length: 399 }, () => [])];
  assert.equal(decodeNoteTable(noteTable(many)), undefined);
});
