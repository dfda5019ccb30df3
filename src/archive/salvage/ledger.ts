import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { z } from 'zod';

/** Where a file's name was found. */
export type NameSource = (typeof NAME_SOURCES)[number];

const NAME_SOURCES = ['manifest', 'well-known', 'database', 'camera'] as const;

/** What is known of a file that lies in the backup. */
export interface NamedFile {
  readonly domain: string;
  readonly path: string;
  readonly source: NameSource;
  /** The blob of its row, where there is one. */
  readonly blob: Uint8Array | undefined;
  /** The number of the keys that open it. */
  readonly keys: number | undefined;
}

/** A file as it lies in the backup. */
export interface FoundFile {
  /** In the backup. */
  readonly place: string;
  readonly fileId: string;
  readonly size: number;
}

const savedSchema = z.object({
  place: z.string(),
  fileId: z.string(),
  size: z.number(),
  /** The path it had on the phone. */
  name: z.string().optional(),
  domain: z.string().optional(),
  named: z.enum(NAME_SOURCES).optional(),
  kind: z.string(),
  group: z.string(),
  /** Below the folder things were put in; undefined: it was not. */
  path: z.string().optional(),
  /** What is wrong with it. */
  note: z.string().optional(),
});

/** What became of one. */
export type Saved = z.infer<typeof savedSchema>;

/** What salvage found, knows and did, in a database of its own: a backup may have a million files. */
export class Ledger implements Disposable {
  readonly #database: DatabaseSync;
  readonly #statements: Readonly<Record<'found' | 'name' | 'lookUp' | 'is' | 'saved', StatementSync>>;

  /** `folder`: an own one, closed to others. */
  constructor(folder: string) {
    const database = new DatabaseSync(join(folder, 'ledger.sqlite'));
    database.exec(`
      PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
      CREATE TABLE found (place TEXT PRIMARY KEY, fileId TEXT, size INTEGER);
      CREATE INDEX byId ON found(fileId);
      CREATE TABLE names (fileId TEXT PRIMARY KEY, domain TEXT, path TEXT, source TEXT, blob BLOB, keys INTEGER);
      CREATE TABLE saved (place TEXT PRIMARY KEY, entry TEXT, "group" TEXT, path TEXT)`);
    this.#database = database;
    this.#statements = {
      found: database.prepare('INSERT OR IGNORE INTO found VALUES (?, ?, ?)'),
      name: database.prepare('INSERT OR IGNORE INTO names VALUES (?, ?, ?, ?, ?, ?)'),
      lookUp: database.prepare('SELECT * FROM names WHERE fileId = ?'),
      is: database.prepare('SELECT place FROM found WHERE fileId = ? LIMIT 1'),
      saved: database.prepare('INSERT OR REPLACE INTO saved VALUES (?, ?, ?, ?)'),
    };
  }

  addFound({ place, fileId, size }: FoundFile): void {
    this.#statements.found.run(place, fileId, size);
  }

  /** Remembers the name of a file, if there is such a file and it has none yet. */
  addName(fileId: string, { domain, path, source, blob, keys }: NamedFile): boolean {
    if (this.#statements.is.get(fileId) === undefined) return false;
    return this.#statements.name.run(fileId, domain, path, source, blob ?? null, keys ?? null).changes === 1;
  }

  nameOf(fileId: string): NamedFile | undefined {
    const row = this.#statements.lookUp.get(fileId);
    if (!row) return undefined;
    const { domain, path, source, blob, keys } = row;
    return {
      domain: String(domain),
      path: String(path),
      source: sourceOf(source),
      blob: blob instanceof Uint8Array ? blob : undefined,
      keys: keys === null ? undefined : Number(keys),
    };
  }

  /** Everything that was found, in the order of the places. */
  *found(): Generator<FoundFile> {
    for (const { place, fileId, size } of this.#database
      .prepare('SELECT * FROM found ORDER BY place')
      .iterate())
      yield { place: String(place), fileId: String(fileId), size: Number(size) };
  }

  /** Where a file of this name lies, if there is one. */
  placeOf(fileId: string): string | undefined {
    const place = this.#statements.is.get(fileId)?.['place'];
    return place === undefined ? undefined : String(place);
  }

  totals(): { files: number; bytes: number; ofWholeBlocks: number } {
    const sql = 'SELECT count(*) AS files, sum(size) AS bytes, sum(size % 16 = 0) AS whole FROM found';
    const row = this.#database.prepare(sql).get();
    return {
      files: Number(row?.['files'] ?? 0),
      bytes: Number(row?.['bytes'] ?? 0),
      ofWholeBlocks: Number(row?.['whole'] ?? 0),
    };
  }

  /** Files that nothing has named, by keys that are quickly looked up and take little memory. */
  unnamedKeys(): ReadonlySet<number> {
    const sql = 'SELECT fileId FROM found LEFT JOIN names USING (fileId) WHERE names.fileId IS NULL';
    const keys = new Set<number>();
    for (const { fileId } of this.#database.prepare(sql).iterate()) keys.add(keyOf(String(fileId)));
    return keys;
  }

  addSaved(entry: Saved): void {
    this.#statements.saved.run(entry.place, JSON.stringify(entry), entry.group, entry.path ?? null);
  }

  /** What became of each, grouped and sorted as people look for things. */
  *saved(): Generator<Saved> {
    const sql = 'SELECT entry FROM saved ORDER BY "group", path IS NULL, path, place';
    for (const { entry } of this.#database.prepare(sql).iterate())
      yield savedSchema.parse(JSON.parse(String(entry)));
  }

  [Symbol.dispose](): void {
    this.#database.close();
  }
}

/** The first 48 bits of a file's id: enough that few others share them. */
export function keyOf(fileId: string): number {
  return Number.parseInt(fileId.slice(0, 12), 16);
}

function sourceOf(value: unknown): NameSource {
  return NAME_SOURCES.find((source) => source === value) ?? 'well-known';
}
