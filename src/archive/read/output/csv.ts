export type CsvCell = string | number | boolean | Date | undefined;

/** So that Excel takes the file for UTF-8. */
export const CSV_START = '\ufeff';

/**
 * One line of a table. A spreadsheet takes a cell that begins with one of `= + - @` for a formula: such text gets a
 * quote before it. Telephone numbers are left alone, as far as they are nothing but digits.
 */
export function csvLine(cells: readonly CsvCell[]): string {
  return `${cells.map(cellOf).join(',')}\r\n`;
}

function cellOf(cell: CsvCell): string {
  if (cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString();
  if (typeof cell !== 'string') return String(cell);
  const safe = /^[=+\-@\t\r]/.test(cell) && !/^[+-]?[\d ()-]+$/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
