const SNIPPET_BEFORE = 40;
const SNIPPET_AFTER = 80;

/** Letters that Unicode does not take apart, as people without them on their keyboard write them. */
const LETTERS: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['ł', 'l'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ı', 'i'],
]);

/** Text without what a person who searches does not mind: upper and lower case, accents, width. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßłøđðþæœı]/g, (letter) => LETTERS.get(letter) ?? letter);
}

/** What is searched for, ready to be compared. What is nothing but accents is nowhere. */
export class Needle {
  readonly #folded: string;

  constructor(text: string) {
    this.#folded = fold(text.trim());
  }

  isIn(text: string | undefined): boolean {
    return text !== undefined && this.#folded !== '' && fold(text).includes(this.#folded);
  }

  /** The first place with what stands around it, on one line; undefined when it is not there. */
  snippetOf(text: string | undefined): string | undefined {
    if (text === undefined || this.#folded === '') return undefined;
    const at = fold(text).indexOf(this.#folded);
    if (at < 0) return undefined;
    const [start, end] = placeOf(text, at, this.#folded.length);
    const from = Math.max(0, start - SNIPPET_BEFORE);
    const to = Math.min(text.length, end + SNIPPET_AFTER);
    const cut = text.slice(from, to).toWellFormed().replace(/\s+/g, ' ').trim();
    return `${from > 0 ? '…' : ''}${cut}${to < text.length ? '…' : ''}`;
  }
}

/** Where a place in the folded text stands in the text itself: folding makes some characters longer. */
function placeOf(text: string, at: number, length: number): [number, number] {
  let folded = 0;
  let index = 0;
  let start = 0;
  for (const character of text) {
    if (folded <= at) start = index;
    if (folded >= at + length) break;
    folded += fold(character).length;
    index += character.length;
  }
  return [start, index];
}
