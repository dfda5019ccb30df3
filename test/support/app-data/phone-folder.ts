import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Seconds since 2001 of a moment, as most apps store it. */
export function cocoa(iso: string): number {
  return Date.parse(iso) / 1000 - 978_307_200;
}

/** Nanoseconds since 2001, as Messages stores it since iOS 11. */
export function cocoaNanoseconds(iso: string): bigint {
  return BigInt(cocoa(iso)) * 1_000_000_000n;
}

/** A folder that a virtual phone takes for its contents: a folder for each domain. */
export class PhoneFolder {
  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  file(domain: string, path: string, contents: string | Uint8Array, modified = '2024-05-17T12:00:00Z'): void {
    const at = this.#place(domain, path);
    writeFileSync(at, contents);
    utimesSync(at, new Date(modified), new Date(modified));
  }

  /** A database as an app leaves it. */
  database(domain: string, path: string, fill: (database: DatabaseSync) => void): void {
    const database = new DatabaseSync(this.#place(domain, path));
    try {
      // Nobody pulls the plug of a test.
      database.exec('PRAGMA synchronous = OFF');
      fill(database);
    } finally {
      database.close();
    }
  }

  #place(domain: string, path: string): string {
    const at = join(this.path, domain, path);
    mkdirSync(dirname(at), { recursive: true });
    return at;
  }
}

/** Inserts rows given as objects. */
export function insert(
  database: DatabaseSync,
  table: string,
  ...rows: readonly Readonly<Record<string, string | number | bigint | Uint8Array | null>>[]
): void {
  for (const row of rows) {
    const names = Object.keys(row);
    const sql = `INSERT INTO ${table} (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`;
    database.prepare(sql).run(...Object.values(row));
  }
}
