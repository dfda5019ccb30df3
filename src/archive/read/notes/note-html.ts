import { type Fragment, Html, html, proseOf, webLink } from '../output/html.ts';
import { mediaHtml, missingHtml } from '../output/media-html.ts';
import { NOTE_TABLE, type NoteTable, type Paragraph, type ParagraphStyle, type Span } from './note.ts';
import type { NoteObject } from './note-objects.ts';

/** Something in a note, and where its file was written, below the note's page. */
export interface ShownObject extends NoteObject {
  readonly to: string | undefined;
}

const LISTS: Partial<Readonly<Record<ParagraphStyle, { open: string; close: string }>>> = {
  dotted: { open: '<ul>', close: '</ul>' },
  dashed: { open: '<ul>', close: '</ul>' },
  numbered: { open: '<ol>', close: '</ol>' },
  check: { open: '<ul class="check">', close: '</ul>' },
};

/** The paragraphs of a note as markup; those of one list stand in one list. */
export function paragraphsHtml(
  paragraphs: readonly Paragraph[],
  objectOf: (identifier: string) => ShownObject | undefined,
): Html {
  let markup = '';
  let open: ParagraphStyle | undefined;
  for (const paragraph of paragraphs) {
    if (paragraph.style !== open) {
      markup += (open && LISTS[open]?.close) ?? '';
      open = LISTS[paragraph.style] ? paragraph.style : undefined;
      markup += (open && LISTS[open]?.open) ?? '';
    }
    markup += paragraphHtml(paragraph, objectOf).value;
  }
  return new Html(markup + ((open && LISTS[open]?.close) ?? ''));
}

function paragraphHtml(
  { style, indent, done, quoted, spans }: Paragraph,
  objectOf: (identifier: string) => ShownObject | undefined,
): Html {
  const inner = html`${spans.map((span) => spanHtml(span, objectOf))}`;
  const margin = indent > 0 ? html` style="margin-inline-start:${indent * 1.5}rem"` : undefined;
  if (quoted) return html`<blockquote${margin}>${inner}</blockquote>\n`;
  switch (style) {
    case 'title':
      return html`<h2>${inner}</h2>\n`;
    case 'heading':
      return html`<h3>${inner}</h3>\n`;
    case 'subheading':
      return html`<h4>${inner}</h4>\n`;
    case 'monospaced':
      return html`<pre>${inner}</pre>\n`;
    case 'check':
      return html`<li${margin}>${done ? '☑' : '☐'} ${inner}</li>\n`;
    case 'dotted':
    case 'dashed':
    case 'numbered':
      return html`<li${margin}>${inner}</li>\n`;
    case 'body':
      return html`<div${margin}>${spans.length === 0 ? html`<br>` : inner}</div>\n`;
  }
}

function spanHtml(span: Span, objectOf: (identifier: string) => ShownObject | undefined): Fragment {
  if (span.kind === 'object') return objectHtml(span, objectOf(span.identifier));
  if (span.kind === 'table') return tableHtml(span.table);
  let shown = span.link === undefined ? proseOf(span.text) : webLink(span.link, span.text);
  if (span.bold) shown = html`<b>${shown}</b>`;
  if (span.italic) shown = html`<i>${shown}</i>`;
  if (span.underlined) shown = html`<u>${shown}</u>`;
  if (span.struck) shown = html`<s>${shown}</s>`;
  return shown;
}

/** No row of a note's table is a heading. */
function tableHtml({ rows, rightToLeft }: NoteTable): Html {
  const lines = rows.map((cells) => html`<tr>${cells.map((cell) => html`<td>${proseOf(cell)}</td>`)}</tr>\n`);
  return html`<div class="wide"><table${rightToLeft ? html` dir="rtl"` : undefined}>\n${lines}</table></div>`;
}

function objectHtml({ uti }: Span & { kind: 'object' }, object: ShownObject | undefined): Html {
  if (uti === NOTE_TABLE) return missingHtml('A table', 'damaged, or in a format Thaw does not know');
  if (!object) return missingHtml('Attachment', 'not in this backup');
  if (object.to !== undefined) return mediaHtml(object.to, object.name);
  if (object.text !== undefined) return html`<span class="soft">${object.text}</span>`;
  if (object.url !== undefined)
    return webLink(object.url, object.name === 'Attachment' ? object.url : object.name);
  return missingHtml(object.name, 'not in this backup');
}
