import { WireError } from '../../../wire/errors.ts';
import { protoBytes, protoFields, protoNumber, protoText } from '../../../wire/protobuf.ts';
import type { NoteBody, Paragraph, ParagraphStyle, Span } from './note.ts';
import { unzipped } from './unzipped.ts';

const STYLES: ReadonlyMap<number, ParagraphStyle> = new Map([
  [0, 'title'],
  [1, 'heading'],
  [2, 'subheading'],
  [4, 'monospaced'],
  [100, 'dotted'],
  [101, 'dashed'],
  [102, 'numbered'],
  [103, 'check'],
]);

/** One run of the text: so many UTF-16 units that look the same. */
interface Run {
  readonly length: number;
  readonly paragraph: Uint8Array | undefined;
  readonly weight: number;
  readonly underlined: boolean;
  readonly struck: boolean;
  readonly link: string | undefined;
  readonly object: { readonly identifier: string; readonly uti: string } | undefined;
}

/** Reads the body of a note since iOS 9: gzip around protobuf, in it the text and the runs that dress it. */
export function decodeNoteBody(data: Uint8Array): NoteBody {
  try {
    const stored = unzipped(data);
    const document = stored && protoBytes(stored, 2);
    const note = document && protoBytes(document, 3);
    if (!note) return { kind: 'unreadable' };
    return { kind: 'text', paragraphs: paragraphsOf(protoText(note, 2) ?? '', runsOf(note)) };
  } catch (thrown) {
    if (thrown instanceof WireError) return { kind: 'unreadable' };
    throw thrown;
  }
}

function* runsOf(note: Uint8Array): Generator<Run> {
  for (const { number, value } of protoFields(note)) {
    if (number !== 5 || !(value instanceof Uint8Array)) continue;
    const object = protoBytes(value, 12);
    yield {
      length: protoNumber(value, 1) ?? 0,
      paragraph: protoBytes(value, 2),
      weight: protoNumber(value, 5) ?? 0,
      underlined: (protoNumber(value, 6) ?? 0) > 0,
      struck: (protoNumber(value, 7) ?? 0) > 0,
      link: protoText(value, 9),
      object: object && { identifier: protoText(object, 1) ?? '', uti: protoText(object, 2) ?? '' },
    };
  }
}

/** A paragraph ends with a line break and looks as the run at its end says. */
function paragraphsOf(text: string, runs: Iterable<Run>): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let spans: Span[] = [];
  let at = 0;
  let style: Uint8Array | undefined;
  for (const run of runs) {
    const pieces = text.slice(at, at + run.length).split('\n');
    at += run.length;
    style = run.paragraph;
    pieces.forEach((piece, index) => {
      if (index > 0) {
        paragraphs.push(paragraphOf(style, spans));
        spans = [];
      }
      if (piece !== '') spans.push(spanOf(piece, run));
    });
  }
  if (at < text.length) spans.push(spanOf(text.slice(at), PLAIN));
  if (spans.length > 0) paragraphs.push(paragraphOf(style, spans));
  return paragraphs;
}

const PLAIN: Run = {
  length: 0,
  paragraph: undefined,
  weight: 0,
  underlined: false,
  struck: false,
  link: undefined,
  object: undefined,
};

function spanOf(text: string, { object, weight, underlined, struck, link }: Run): Span {
  if (object) return { kind: 'object', ...object };
  return {
    kind: 'text',
    text,
    bold: (weight & 1) !== 0,
    italic: (weight & 2) !== 0,
    underlined,
    struck,
    link,
  };
}

function paragraphOf(style: Uint8Array | undefined, spans: readonly Span[]): Paragraph {
  if (!style) return { style: 'body', indent: 0, done: false, quoted: false, spans };
  const check = protoBytes(style, 5);
  return {
    style: STYLES.get(protoNumber(style, 1) ?? -1) ?? 'body',
    indent: Math.min(16, protoNumber(style, 4) ?? 0),
    done: check !== undefined && (protoNumber(check, 2) ?? 0) > 0,
    quoted: (protoNumber(style, 8) ?? 0) > 0,
    spans,
  };
}
