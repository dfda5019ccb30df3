import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { folded } from './content-line.ts';
import { csvLine } from './csv.ts';
import { fileUrl, html, proseOf, webLink } from './html.ts';

/** Code units of any kind, lone surrogates among them. */
const anyText = fc.string({
  unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
  maxLength: 160,
});

test('whatever a message holds, it stays text', () => {
  assert.equal(
    html`<p title="${`"><script>`}">${"<img src=x onerror='x'>"}</p>`.value,
    '<p title="&quot;&gt;&lt;script&gt;">&lt;img src=x onerror=&#39;x&#39;&gt;</p>',
  );
  fc.assert(
    fc.property(anyText, (text) => {
      assert.doesNotMatch(
        proseOf(text)
          .value.replaceAll('<br>', '')
          .replace(/<a href="https?:[^"<>]*" rel="[a-z ]*">([^<>]*)<\/a>/g, '$1'),
        /[<>"]/,
      );
    }),
  );
});

test('web addresses are links, everything else that looks like one is text', () => {
  assert.match(
    proseOf('see https://example.com/?a=1&b=2 there').value,
    /<a href="https:\/\/example.com\/\?a=1&amp;b=2"/,
  );
  assert.equal(webLink('javascript:alert(1)', 'click').value, 'click');
  assert.equal(fileUrl('a#b/c?d%.html'), 'a%23b/c%3Fd%25.html');
});

test('a cell that would be a formula is text; a telephone number stays one', () => {
  assert.equal(
    csvLine(['=1+1', '+49 151 1', '-3', '@x', 'a"b', 'x,y', undefined, 5]),
    `'=1+1,+49 151 1,-3,'@x,"a""b","x,y",,5\r\n`,
  );
});

test('long lines are folded at 75 octets and no character is cut', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      const line = text.replace(/[\r\n]/g, '');
      const lines = folded(line).split('\r\n');
      for (const each of lines) assert.ok(Buffer.byteLength(each) <= 75);
      assert.equal([lines[0], ...lines.slice(1).map((each) => each.slice(1))].join(''), line);
    }),
  );
});
