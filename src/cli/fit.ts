import type { Screen } from './live-line.ts';

/** Narrower than this nothing is gained by keeping words whole. */
const NARROWEST = 20;
/** What stands before a line's own words: where its next rows begin, too. */
const LEAD = /^\s*(?:(?:[→✓✗·•?!]|\d+\.) )?/;

/** The text with each line broken between words where the terminal ends; as it is in a pipe. */
export function fit(text: string, { isTTY, columns }: Pick<Screen, 'isTTY' | 'columns'>): string {
  if (!isTTY || !columns || columns < NARROWEST) return text;
  return text
    .split('\n')
    .map((line) => broken(line, columns))
    .join('\n');
}

function broken(line: string, columns: number): string {
  if (line.length <= columns) return line;
  const [lead = ''] = LEAD.exec(line) ?? [];
  const indent = ' '.repeat(lead.length);
  const rows: string[] = [];
  let row = lead;
  for (const word of line.slice(lead.length).split(' ')) {
    const isFirst = row === lead || row === indent;
    if (isFirst || row.length + 1 + word.length <= columns) row += `${isFirst ? '' : ' '}${word}`;
    else {
      rows.push(row);
      row = `${indent}${word}`;
    }
  }
  return [...rows, row].join('\n');
}
