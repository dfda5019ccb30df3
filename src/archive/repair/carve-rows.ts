import { fileIdOf } from '../../wire/file-id.ts';
import { DamagedFile, leafCells } from '../sqlite/damaged-file.ts';
import { readRecord, type SqliteRecord, varint } from '../sqlite/record.ts';
import { mbFileOf, type NamedRow, namesOf } from './row-names.ts';

/** A row found in the pages of a Manifest.db, wherever it lies in them. */
export interface CarvedRow extends NamedRow {
  readonly flags: number;
  readonly file: Buffer;
  /** Its page counts it among its cells: not the rest of a row that was deleted or moved. */
  readonly live: boolean;
  /** Nothing of it lay in a page that is missing. */
  readonly whole: boolean;
}

/** The serial type of a text of 40 characters: the file's id, with which every row begins. */
const FILE_ID_TYPE = 0x5d;
const COLUMNS = 5;

/**
 * Every row of `Files` that can be made out in a Manifest.db in the clear, without its indexes, its tree or its
 * header. A row proves itself: its id is the hash of its domain and path. The same one may come twice. `pages`: how
 * far to look.
 */
export function* carveRows(path: string, pages = Number.POSITIVE_INFINITY): Generator<CarvedRow> {
  using file = new DamagedFile(path);
  for (let number = 1; number <= Math.min(file.pages, pages); number += 1) {
    const page = file.page(number);
    if (page) yield* rowsIn(file, page, number);
  }
}

function* rowsIn(file: DamagedFile, page: Buffer, number: number): Generator<CarvedRow> {
  const live = headersOf(page, number);
  for (let at = page.indexOf(FILE_ID_TYPE, 1); at > 0; at = page.indexOf(FILE_ID_TYPE, at + 1)) {
    const record = readRecord(file, page, at - 1);
    const row = record && rowOf(record);
    if (row) yield { ...row, live: live.has(at - 1) };
  }
}

/** Where the records of the cells begin that the page counts. */
function headersOf(page: Buffer, number: number): ReadonlySet<number> {
  const headers = new Set<number>();
  for (const cell of leafCells(page, number)) {
    const payload = varint(page, cell);
    const rowid = payload && varint(page, payload.next);
    if (rowid) headers.add(rowid.next);
  }
  return headers;
}

function rowOf({ values, whole }: SqliteRecord): Omit<CarvedRow, 'live'> | undefined {
  const [fileId, domain, relativePath, flags, file] = values;
  if (values.length !== COLUMNS || typeof fileId !== 'string' || typeof domain !== 'string') return undefined;
  if (typeof flags !== 'number' || !(file instanceof Buffer)) return undefined;
  // SQLite stores an empty text as such; anything else in its place is no path.
  if (typeof relativePath !== 'string') return undefined;
  const row = { fileId, domain, relativePath };
  // Nearly all: the blob need not be looked at.
  const named = fileIdOf(domain, relativePath) === fileId ? row : namesOf(row, mbFileOf(file));
  return named && { ...named, flags, file, whole };
}
