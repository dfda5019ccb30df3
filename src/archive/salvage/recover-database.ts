import { DatabaseSync } from 'node:sqlite';
import { DamagedFile, leafCells } from '../sqlite/damaged-file.ts';
import { readRecord, type Stored, varint } from '../sqlite/record.ts';

const TABLE_INTERIOR = 0x05;
const MAX_DEPTH = 20;
const SCHEMA_COLUMNS = 5;
const MAX_TABLES = 5000;

interface Row {
  readonly rowid: number;
  readonly values: readonly Stored[];
}

interface Table {
  readonly name: string;
  readonly rootPage: number;
  readonly sql: string;
}

/** What was brought over. */
export interface Recovered {
  readonly rows: number;
  /** Of them in pages that no table could be found for: in the tables `lost_and_found_…`. */
  readonly homeless: number;
}

/**
 * Writes to `to` what can still be read of a damaged SQLite database: each table by the pages its tree still leads
 * to, and the rows of all other pages by themselves. Indexes, triggers and WITHOUT ROWID tables are left out.
 * Undefined when there is nothing.
 */
export function recoverDatabase(damaged: string, to: string, signal?: AbortSignal): Recovered | undefined {
  using file = new DamagedFile(damaged);
  using database = new DatabaseSync(to);
  database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN');
  const seen = new Set<number>();
  let rows = 0;
  for (const table of tablesOf(file, seen)) {
    signal?.throwIfAborted();
    rows += copyRows(database, table, rowsUnder(file, table.rootPage, seen, 0));
  }
  const homeless = copyHomeless(database, file, seen);
  database.exec('COMMIT');
  return rows + homeless > 0 ? { rows: rows + homeless, homeless } : undefined;
}

function tablesOf(file: DamagedFile, seen: Set<number>): Table[] {
  const tables: Table[] = [];
  for (const { values } of rowsUnder(file, 1, seen, 0)) {
    const [type, name, , rootPage, sql] = values;
    if (values.length !== SCHEMA_COLUMNS || type !== 'table' || typeof name !== 'string') continue;
    if (typeof rootPage !== 'number' || typeof sql !== 'string' || name.startsWith('sqlite_')) continue;
    if (rootPage > 0 && tables.length < MAX_TABLES) tables.push({ name, rootPage, sql });
  }
  return tables;
}

/** All rows the tree still leads to from this page. */
function* rowsUnder(file: DamagedFile, number: number, seen: Set<number>, depth: number): Generator<Row> {
  if (seen.has(number) || depth > MAX_DEPTH) return;
  const page = file.page(number);
  if (!page) return;
  seen.add(number);
  yield* rowsOf(file, page, number);
  for (const child of childrenOf(page, number)) yield* rowsUnder(file, child, seen, depth + 1);
}

function* rowsOf(file: DamagedFile, page: Buffer, number: number): Generator<Row> {
  for (const cell of leafCells(page, number)) {
    const payload = varint(page, cell);
    const rowid = payload && varint(page, payload.next);
    const record = rowid && readRecord(file, page, rowid.next);
    if (record && Number.isSafeInteger(rowid.value)) yield { rowid: rowid.value, values: record.values };
  }
}

function childrenOf(page: Buffer, number: number): number[] {
  const head = number === 1 ? 100 : 0;
  if (page[head] !== TABLE_INTERIOR) return [];
  const children: number[] = [];
  const count = page.readUInt16BE(head + 3);
  for (let index = 0, at = head + 12; index < count && at + 2 <= page.length; index += 1, at += 2) {
    const cell = page.readUInt16BE(at);
    if (cell + 4 <= page.length) children.push(page.readUInt32BE(cell));
  }
  children.push(page.readUInt32BE(head + 8));
  return children;
}

function copyRows(database: DatabaseSync, { name, sql }: Table, rows: Iterable<Row>): number {
  if (!/^create\s+table/i.test(sql) || !succeeds(() => database.exec(sql))) return 0;
  const columns = database.prepare('SELECT name, type, pk FROM pragma_table_info(?)').all(name);
  const keys = columns.filter(({ pk }) => Number(pk) > 0);
  // Such a column is the row's number, and stands in the record as NULL.
  const rowidAt =
    keys.length === 1 ? columns.findIndex(({ pk, type }) => pk === 1 && /^integer$/i.test(String(type))) : -1;
  const marks = columns.map(() => '?').join(', ');
  const insert = database.prepare(`INSERT OR IGNORE INTO "${name.replaceAll('"', '""')}" VALUES (${marks})`);
  let copied = 0;
  for (const { rowid, values } of rows) {
    const all = columns.map((_, index) => (index === rowidAt ? rowid : (values[index] ?? null)));
    if (succeeds(() => insert.run(...all))) copied += 1;
  }
  return copied;
}

/** Leaf pages of tables that no tree leads to, by the number of their columns. */
function copyHomeless(database: DatabaseSync, file: DamagedFile, seen: ReadonlySet<number>): number {
  const made = new Set<number>();
  let copied = 0;
  for (let number = 1; number <= file.pages; number += 1) {
    const page = seen.has(number) ? undefined : file.page(number);
    if (!page) continue;
    for (const { rowid, values } of rowsOf(file, page, number)) {
      const name = `lost_and_found_${values.length}`;
      if (!made.has(values.length)) {
        const columns = values.map((_, index) => `c${index}`).join(', ');
        if (!succeeds(() => database.exec(`CREATE TABLE ${name} (page, id, ${columns})`))) continue;
        made.add(values.length);
      }
      const marks = values.map(() => '?').join(', ');
      if (
        succeeds(() =>
          database.prepare(`INSERT INTO ${name} VALUES (?, ?, ${marks})`).run(number, rowid, ...values),
        )
      )
        copied += 1;
    }
  }
  return copied;
}

/** What one row or one table does not allow must not keep the others from being read. */
function succeeds(act: () => unknown): boolean {
  try {
    act();
    return true;
  } catch {
    return false;
  }
}
