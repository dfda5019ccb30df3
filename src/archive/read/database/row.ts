/** What SQLite gives for one column. */
export type Cell = null | number | bigint | string | Uint8Array;

/** Longer texts are cut: no message, note or name comes near, and a damaged length must not fill the memory. */
const MAX_TEXT = 4 * 1024 * 1024;

/**
 * One row of an app's database, read by what each value is and not by what its column was declared as: phones store
 * blobs in text columns and the other way round.
 */
export class Row {
  readonly #cells: Readonly<Record<string, Cell | undefined>>;

  constructor(cells: Readonly<Record<string, Cell | undefined>>) {
    this.#cells = cells;
  }

  /** Text; undefined for NULL and for text that is empty. */
  text(column: string): string | undefined {
    const cell = this.#cells[column];
    if (cell === null || cell === undefined) return undefined;
    const text = cell instanceof Uint8Array ? decoded(cell) : String(cell);
    return text === '' ? undefined : text.slice(0, MAX_TEXT);
  }

  number(column: string): number | undefined {
    const cell = this.#cells[column];
    if (typeof cell === 'string') return /^\s*-?\d+(?:\.\d+)?\s*$/.test(cell) ? Number(cell) : undefined;
    return typeof cell === 'number' || typeof cell === 'bigint' ? Number(cell) : undefined;
  }

  /** An integer to the last digit, as text: times in nanoseconds are beyond 2^53. */
  exact(column: string): string {
    const cell = this.#cells[column];
    return typeof cell === 'bigint' || typeof cell === 'number' ? String(cell) : '0';
  }

  /** True for anything but NULL, 0 and ''. */
  flag(column: string): boolean {
    return (this.number(column) ?? 0) !== 0;
  }

  bytes(column: string): Uint8Array | undefined {
    const cell = this.#cells[column];
    return cell instanceof Uint8Array && cell.length > 0 ? cell : undefined;
  }
}

/** UTF-8, or UTF-16 where every second byte is nought. */
function decoded(bytes: Uint8Array): string {
  const wide = bytes.length >= 4 && bytes.length % 2 === 0 && bytes[1] === 0 && bytes[3] === 0;
  return Buffer.from(bytes.subarray(0, MAX_TEXT))
    .toString(wide ? 'utf16le' : 'utf8')
    .replace(/\0+$/, '');
}
