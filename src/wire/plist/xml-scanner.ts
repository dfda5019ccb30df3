import { WireError } from '../errors.ts';

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

const TAG = /<([a-z]+)\s*(\/?)>/y;
const PLIST_TAG = /<plist(?:\s[^<>]*)?>/y;
const DOCTYPE = /<!DOCTYPE\s[^<>[\]]*>/y;
const WHITESPACE = /\s*/y;

/** Walks the text of an XML property list once, from front to back. Line ends are kept as they are, as libplist does. */
export class XmlScanner {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Everything up to and with the opening `<plist>`. */
  skipProlog(): void {
    this.#tryLiteral('\ufeff');
    this.#skipSpace();
    if (this.#tryLiteral('<?xml')) this.#skipPast('?>');
    this.#skipSpace();
    this.#tryMatch(DOCTYPE);
    this.#skipSpace();
    if (this.#tryMatch(PLIST_TAG) === null) throw this.malformed('no <plist>');
  }

  openTag(): { name: string; isEmpty: boolean } {
    this.#skipSpace();
    const match = this.#tryMatch(TAG);
    if (match === null) throw this.malformed('no tag of a property list');
    return { name: match[1] ?? '', isEmpty: match[2] === '/' };
  }

  closeTag(name: string): void {
    if (!this.tryCloseTag(name)) throw this.malformed(`no </${name}>`);
  }

  tryCloseTag(name: string): boolean {
    this.#skipSpace();
    return this.#tryClose(name);
  }

  expectEnd(): void {
    this.#skipSpace();
    if (this.#at < this.#text.length) throw this.malformed('something after </plist>');
  }

  /** The text up to the closing tag of `name`, entities resolved, comments left out, and the tag itself eaten. */
  textUntilClose(name: string): string {
    let text = '';
    for (;;) {
      text += this.#unescape(this.#upTo('<'));
      if (this.#tryClose(name)) return text;
      if (this.#tryLiteral('<![CDATA[')) text += this.#skipPast(']]>');
      else if (this.#tryLiteral('<!--')) this.#skipPast('-->');
      else throw this.malformed(`<${name}> not closed`);
    }
  }

  malformed(what: string): WireError {
    return new WireError('wire.plist', `XML property list: ${what} at character ${this.#at}`);
  }

  #unescape(text: string): string {
    if (!text.includes('&')) return text;
    return text.replace(/&([^&;]{0,10};?)/g, (_, reference: string) => this.#character(reference));
  }

  #character(reference: string): string {
    const match = /^(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));$/i.exec(reference);
    const [, hex, decimal, name = ''] = match ?? [];
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    const character = code <= 0x10ffff ? String.fromCodePoint(code) : ENTITIES.get(name);
    if (character === undefined) throw this.malformed('an entity a property list does not have');
    return character;
  }

  /** White space and comments. */
  #skipSpace(): void {
    do this.#tryMatch(WHITESPACE);
    while (this.#tryLiteral('<!--') && this.#skipPast('-->') !== undefined);
  }

  #tryClose(name: string): boolean {
    const start = this.#at;
    if (this.#tryLiteral(`</${name}`)) {
      this.#tryMatch(WHITESPACE);
      if (this.#tryLiteral('>')) return true;
    }
    this.#at = start;
    return false;
  }

  #tryLiteral(literal: string): boolean {
    if (!this.#text.startsWith(literal, this.#at)) return false;
    this.#at += literal.length;
    return true;
  }

  #tryMatch(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    if (match !== null) this.#at = pattern.lastIndex;
    return match;
  }

  /** The text before `mark`, leaving the mark. */
  #upTo(mark: string): string {
    const end = this.#text.indexOf(mark, this.#at);
    if (end < 0) throw this.malformed(`no ${mark} to come`);
    const text = this.#text.slice(this.#at, end);
    this.#at = end;
    return text;
  }

  /** The text before `mark`, which is eaten too. */
  #skipPast(mark: string): string {
    const text = this.#upTo(mark);
    this.#at += mark.length;
    return text;
  }
}
