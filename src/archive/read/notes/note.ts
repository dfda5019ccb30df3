/** A note of any version. */
export interface Note {
  /** Its row; pages continue after it. */
  readonly id: number;
  readonly title: string;
  /** From the top; an account is not a folder. */
  readonly folders: readonly string[];
  readonly account: string | undefined;
  readonly createdAt: Date | undefined;
  readonly modifiedAt: Date | undefined;
  readonly pinned: boolean;
  readonly deleted: boolean;
  readonly body: NoteBody;
}

/** `locked`: with a password of its own, which Thaw does not ask for. `unreadable`: in a way Thaw does not know. */
export type NoteBody =
  | { readonly kind: 'text'; readonly paragraphs: readonly Paragraph[] }
  | { readonly kind: 'locked'; readonly hint: string | undefined }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'empty' };

export interface Paragraph {
  readonly style: ParagraphStyle;
  readonly indent: number;
  /** Of a line of a check list. */
  readonly done: boolean;
  readonly quoted: boolean;
  readonly spans: readonly Span[];
}

export type ParagraphStyle =
  | 'body'
  | 'title'
  | 'heading'
  | 'subheading'
  | 'monospaced'
  | 'dotted'
  | 'dashed'
  | 'numbered'
  | 'check';

/** The UTI of a table that stands in a note. */
export const NOTE_TABLE = 'com.apple.notes.table';

/** A stretch of text that looks the same, or something that stands in it. */
export type Span =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly bold: boolean;
      readonly italic: boolean;
      readonly underlined: boolean;
      readonly struck: boolean;
      readonly link: string | undefined;
    }
  | { readonly kind: 'object'; readonly identifier: string; readonly uti: string }
  | { readonly kind: 'table'; readonly table: NoteTable };

/** The text of every cell, row by row, in the order of writing. */
export interface NoteTable {
  readonly rows: readonly (readonly string[])[];
  /** The first column stands on the right. */
  readonly rightToLeft: boolean;
}

/** What can be read and searched of a note. Cells have tabs between them. */
export function textOfNote({ body }: Note): string {
  if (body.kind !== 'text') return '';
  return body.paragraphs.map(({ spans }) => spans.map(textOfSpan).join('')).join('\n');
}

function textOfSpan(span: Span): string {
  switch (span.kind) {
    case 'text':
      return span.text;
    case 'table':
      return span.table.rows.map((cells) => cells.join('\t')).join('\n');
    case 'object':
      return '';
  }
}
