import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { messageOf } from '../../../kit/errors.ts';
import { ArchiveError } from '../../errors.ts';
import { type Cell, Row } from './row.ts';

/** No value that is read is larger: a note, a contact's picture, a message's payload. */
const MAX_VALUE_BYTES = 64 * 1024 * 1024;

/**
 * An app's database as the phone left it. Tables and columns come and go with the iOS version, and a phone that was
 * upgraded for years keeps old ones: so what is there is asked for, and what is not reads as NULL.
 */
export class AppDatabase {
  readonly #database: DatabaseSync;
  readonly #columns = new Map<string, ReadonlySet<string>>();

  /** Only ordinary tables are seen: a view may compute for ever. Nothing in the schema is trusted to run functions. */
  constructor(database: DatabaseSync) {
    this.#database = database;
    database.exec('PRAGMA trusted_schema = OFF');
    database.limits.length = MAX_VALUE_BYTES;
    const tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'";
    for (const { name } of database.prepare(tables).all()) {
      if (typeof name === 'string') this.#columns.set(name.toLowerCase(), new Set());
    }
  }

  /** True when the database has the table, and in it every column that is named. */
  has(table: string, ...columns: readonly string[]): boolean {
    const there = this.columns(table);
    return this.#columns.has(table.toLowerCase()) && columns.every((each) => there.has(each.toLowerCase()));
  }

  /** The first of several tables, where the name changed with the version. */
  firstTable(...tables: readonly string[]): string | undefined {
    return tables.find((table) => this.has(table));
  }

  /** An empty table in the place of one that is missing, while the database is open: what it would hold reads as nothing. */
  standIn(table: string, columns: readonly string[]): void {
    if (this.has(table)) return;
    this.#database.exec(`CREATE TEMP TABLE ${quoted(table)} (${columns.map(quoted).join(', ')})`);
    this.#columns.set(table.toLowerCase(), new Set(columns.map((column) => column.toLowerCase())));
  }

  /** Names of tables that match. */
  tables(pattern: RegExp): string[] {
    return [...this.#columns.keys()].filter((name) => pattern.test(name));
  }

  /** The columns of a table in lower case, as SQLite compares them; none when it is missing. */
  columns(table: string): ReadonlySet<string> {
    const key = table.toLowerCase();
    const known = this.#columns.get(key);
    if (known === undefined || known.size > 0) return known ?? new Set();
    const columns = new Set<string>();
    for (const { name } of this.#database.prepare(`PRAGMA table_info(${quoted(table)})`).all()) {
      columns.add(String(name).toLowerCase());
    }
    this.#columns.set(key, columns);
    return columns;
  }

  /** `m."date" AS "date", NULL AS "date_edited"`: columns under their own names, NULL for those that are not there. */
  select(table: string, alias: string, columns: readonly string[]): string {
    const there = this.columns(table);
    return columns
      .map(
        (name) =>
          (there.has(name.toLowerCase()) || name === 'ROWID' ? `${alias}.${quoted(name)}` : 'NULL') +
          ` AS ${quoted(name)}`,
      )
      .join(', ');
  }

  /** The first of several columns that the table has, as an expression; NULL when it has none. */
  either(table: string, alias: string, ...columns: readonly string[]): string {
    const found = columns.find((column) => this.has(table, column));
    return found === undefined ? 'NULL' : `${alias}.${quoted(found)}`;
  }

  /**
   * Rows as they come off the disk; nothing is held. Throws `archive.damaged` where a page is, and `archive.unknown-form`
   * where a table or column is asked for that is not there.
   */
  *rows(sql: string, ...values: Values): Generator<Row> {
    try {
      const statement = this.#prepared(sql);
      const [named] = values;
      const found = isNamed(named) ? statement.iterate(named) : statement.iterate(...positional(values));
      for (const row of found) yield new Row(cellsOf(row));
    } catch (cause) {
      throw errorFor(cause);
    }
  }

  /** The first row alone. */
  row(sql: string, ...values: Values): Row | undefined {
    for (const row of this.rows(sql, ...values)) return row;
    return undefined;
  }

  #prepared(sql: string): StatementSync {
    const statement = this.#database.prepare(sql);
    statement.setReadBigInts(true);
    return statement;
  }
}

type Named = Record<string, SQLInputValue>;
/** Values for `?` in their order, or one object for `:name`. */
type Values = readonly SQLInputValue[] | readonly [Named];

function isNamed(value: SQLInputValue | Named | undefined): value is Named {
  return typeof value === 'object' && value !== null && !ArrayBuffer.isView(value);
}

function positional(values: Values): SQLInputValue[] {
  return values.flatMap((value) => (isNamed(value) ? [] : [value]));
}

/** SQLite's numbers for a file that is not what it should be, a value that is too large, a page the disk lost. */
const DAMAGE: ReadonlySet<number> = new Set([10, 11, 18, 26]);

/** SQLITE_ERROR: a statement that the tables there are do not fit. */
const MISFIT = 1;

function errorFor(cause: unknown): unknown {
  if (!(cause instanceof Error) || !('errcode' in cause) || typeof cause.errcode !== 'number') return cause;
  const number = cause.errcode & 0xff;
  if (!DAMAGE.has(number) && number !== MISFIT) return cause;
  const code = number === MISFIT ? 'archive.unknown-form' : 'archive.damaged';
  const reason = messageOf(cause);
  return new ArchiveError(code, `an app's database: ${reason}`, {
    cause,
    facts: { file: 'A database', reason },
  });
}

function cellsOf(row: Record<string, Cell>): Readonly<Record<string, Cell>> {
  return row;
}

/** A name as SQL takes it, whatever is in it. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
