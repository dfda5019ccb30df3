import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { WireError } from '../errors.ts';
import { decodePlist } from './decode.ts';
import { type PlistValue, Real, Uid } from './value.ts';
import { decodeXml } from './xml-decode.ts';

const body = (content: string): string => `<plist version="1.0">${content}</plist>`;

describe('an XML property list', () => {
  const accepted: [string, string, PlistValue][] = [
    [
      'empty forms',
      '<array><string/><dict/><array></array><data></data></array>',
      ['', new Map(), [], Buffer.alloc(0)],
    ],
    ['booleans of both spellings', '<array><true/><false></false></array>', [true, false]],
    ['comments between and inside', '<!-- a --><string>x<!-- <b> -->y</string><!-- c -->', 'xy'],
    ['CDATA as it is', '<string>a<![CDATA[<b>&amp;]]>c</string>', 'a<b>&amp;c'],
    ['the five entities', '<string>&lt;&gt;&amp;&quot;&apos;</string>', '<>&"\''],
    ['numeric references', '<string>&#65;&#x20AC;&#x1F600;</string>', 'A€😀'],
    ['white space of a string', '<string> a\r\n </string>', ' a\r\n '],
    ['integers with signs, in hex, beyond 2^53', '<integer> -7 </integer>', -7],
    ['integers in hex', '<integer>0xFF</integer>', 255],
    ['integers beyond 2^53', '<integer>18446744073709551610</integer>', 2n ** 64n - 6n],
    ['reals', '<real>-1.5e3</real>', new Real(-1500)],
    ['dates', '<date>2026-02-28T12:34:56Z</date>', new Date('2026-02-28T12:34:56Z')],
    ['data in lines', '<data>\n\taGVs\n\tbG8=\n</data>', Buffer.from('hello')],
    [
      'a UID as the dictionary it is in XML',
      '<dict><key>CF$UID</key><integer>3</integer></dict>',
      new Uid(3),
    ],
  ];
  for (const [name, xml, value] of accepted) {
    test(`keeps ${name}`, () => assert.deepEqual(decodeXml(body(xml)), value));
  }

  test('may have a byte order mark, a declaration, a DOCTYPE and comments', () => {
    const head =
      '\ufeff<?xml version="1.0" encoding="UTF-8"?>\n<!-- made by hand -->\n<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">\n';
    assert.equal(decodePlist(Buffer.from(`${head}${body('<true/>')}\n`)), true);
  });

  test('takes __proto__ for a key like any other', () => {
    const value = decodeXml(body('<dict><key>__proto__</key><dict><key>a</key><true/></dict></dict>'));
    assert.deepEqual(value, new Map([['__proto__', new Map([['a', true]])]]));
  });
});

describe('an XML property list is refused with', () => {
  const refused: [string, string][] = [
    ['nothing in it', ''],
    ['no plist', '<true/>'],
    ['two values', body('<true/><true/>')],
    ['something behind it', `${body('<true/>')}x`],
    ['entities of its own', `<!DOCTYPE plist [<!ENTITY a "b">]>${body('<string>&a;</string>')}`],
    ['an unknown entity', body('<string>&nbsp;</string>')],
    ['a bare ampersand', body('<string>a & b</string>')],
    ['a reference to no character', body('<string>&#x110000;</string>')],
    ['an unknown element', body('<null/>')],
    ['a key outside a dictionary', body('<key>a</key>')],
    ['a key without a value', body('<dict><key>a</key></dict>')],
    ['a value without a key', body('<dict><true/></dict>')],
    ['elements closed in the wrong order', body('<array><dict></array></dict>')],
    ['an element inside text', body('<string><b/></string>')],
    ['an unclosed comment', body('<!-- <true/>')],
    ['unclosed CDATA', body('<string><![CDATA[ </string>')],
    ['text inside a boolean', body('<true>yes</true>')],
    ['an empty integer', body('<integer/>')],
    ['an integer with a fraction', body('<integer>1.5</integer>')],
    ['an integer beyond 64 bits', body('<integer>18446744073709551616</integer>')],
    ['an integer of a million digits', body(`<integer>${'9'.repeat(1e6)}</integer>`)],
    ['a real of a million digits', body(`<real>${'9'.repeat(1e6)}x</real>`)],
    ['a day that is not', body('<date>2026-02-30T00:00:00Z</date>')],
    ['data that is no base64', body('<data>aGVsbG8*</data>')],
    ['129 levels', body(`${'<array>'.repeat(129)}<true/>${'</array>'.repeat(129)}`)],
    ['a million open levels', body('<array>'.repeat(1e6))],
  ];
  for (const [name, xml] of refused) {
    test(name, () => {
      assert.throws(
        () => decodeXml(xml),
        (error) => error instanceof WireError && error.code === 'wire.plist',
      );
    });
  }

  test('long runs of comments and spaces cost no more than their length', () => {
    const spaces = `${' '.repeat(50)}<!---->`.repeat(20_000);
    assert.equal(decodeXml(body(`${spaces}<true/>${spaces}`)), true);
  });
});
