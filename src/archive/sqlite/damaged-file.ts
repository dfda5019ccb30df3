import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

const DEFAULT_PAGE_BYTES = 4096;
const MAGIC = 'SQLite format 3\0';
const HEADER_BYTES = 100;
/** Room for the header of the file and of a page: less holds nothing. */
const LEAST_PAGE_BYTES = 120;
const TABLE_LEAF = 0x0d;

/**
 * A database file read page by page, as far as the disk gives them: what SQLite itself refuses to open may still be
 * read so. Layout: sqlite.org/fileformat2.html.
 */
export class DamagedFile implements Disposable {
  readonly pageBytes: number;
  /** Bytes of a page that cells may use. */
  readonly usableBytes: number;
  readonly pages: number;
  readonly #fd: number;

  /** Throws the system's error when the file cannot be opened at all. */
  constructor(path: string, pageBytes?: number) {
    this.#fd = openSync(path, 'r');
    const head = Buffer.alloc(HEADER_BYTES);
    const read = this.#read(head, 0);
    const { size, reserved } = layoutOf(read === head.length ? head : Buffer.alloc(HEADER_BYTES));
    this.pageBytes = pageBytes ?? size;
    this.usableBytes = this.pageBytes - reserved;
    this.pages = Math.ceil(fstatSync(this.#fd).size / this.pageBytes);
  }

  /** The page of this number, from 1; the last one of a cut file is shorter. Undefined: cannot be read. */
  page(number: number): Buffer | undefined {
    if (!Number.isInteger(number) || number < 1 || number > this.pages) return undefined;
    const bytes = Buffer.alloc(this.pageBytes);
    const read = this.#read(bytes, (number - 1) * this.pageBytes);
    return read < LEAST_PAGE_BYTES ? undefined : bytes.subarray(0, read);
  }

  [Symbol.dispose](): void {
    closeSync(this.#fd);
  }

  /** How much the disk gave. */
  #read(into: Buffer, at: number): number {
    try {
      return readSync(this.#fd, into, 0, into.length, at);
    } catch {
      return 0;
    }
  }
}

/** Where the cells of a table's leaf page begin; none for any other page. */
export function leafCells(page: Buffer, number: number): number[] {
  const head = number === 1 ? HEADER_BYTES : 0;
  if (page[head] !== TABLE_LEAF) return [];
  const count = page.readUInt16BE(head + 3);
  const cells: number[] = [];
  for (let index = 0, at = head + 8; index < count && at + 2 <= page.length; index += 1, at += 2)
    cells.push(page.readUInt16BE(at));
  return cells;
}

/** As its header says, where that makes sense; what phones use otherwise. */
function layoutOf(head: Buffer): { size: number; reserved: number } {
  if (head.toString('latin1', 0, MAGIC.length) !== MAGIC) return { size: DEFAULT_PAGE_BYTES, reserved: 0 };
  const told = head.readUInt16BE(16);
  const size = told === 1 ? 65_536 : told;
  const sound = size >= 512 && (size & (size - 1)) === 0;
  return { size: sound ? size : DEFAULT_PAGE_BYTES, reserved: sound ? (head[20] ?? 0) % 128 : 0 };
}
