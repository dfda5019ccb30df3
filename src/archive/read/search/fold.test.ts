import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fold, Needle } from './fold.ts';

test('case, accents, width and letters with strokes do not matter', () => {
  assert.equal(fold('Łódź STRASSE Straße ﬁn Ⅷ Ærø'), 'lodz strasse strasse fin viii aero');
  assert.ok(new Needle('grusse').isIn('Viele GRÜSSE'));
  assert.ok(new Needle('Grüße').isIn('viele gruesse grusse'));
  assert.ok(!new Needle('\u0301').isIn('anything'), 'an accent alone is nothing to look for');
});

test('a snippet shows the place in the text as it is, on one line', () => {
  const text = `${'x '.repeat(60)}Treffen um\n8 in Łódź!${' y'.repeat(60)}`;
  const snippet = new Needle('8 in lodz').snippetOf(text);
  assert.match(snippet ?? '', /^….*Treffen um 8 in Łódź!.*…$/);
  assert.ok((snippet ?? '').length < 160);
  assert.equal(new Needle('nowhere').snippetOf(text), undefined);
});

test('whatever is in a text is found in it', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'grapheme', minLength: 1 }),
      fc.string({ unit: 'grapheme' }),
      (before, part, after) => {
        fc.pre(fold(part.trim()) !== '' && fold(before + part + after).includes(fold(part.trim())));
        assert.ok(new Needle(part).snippetOf(before + part + after) !== undefined);
      },
    ),
  );
});
