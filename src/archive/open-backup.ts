import { isAbort, messageOf } from '../kit/errors.ts';
import type { BackupView } from '../vault/backup-view.ts';
import { fileIdOf } from '../wire/file-id.ts';
import type { ClassKeys } from '../wire/keybag.ts';
import { type BackupEntry, entryOf } from './backup-entry.ts';
import { pathIn } from './backup-files.ts';
import type { EntryFilter } from './entry-filter.ts';
import { ArchiveError } from './errors.ts';
import type { ManifestDb, PathRow } from './manifest-db.ts';
import {
  type Info,
  type ManifestPlist,
  parseInfo,
  parseManifestPlist,
  parseStatus,
  type Status,
} from './metadata.ts';
import { openManifest } from './open-manifest.ts';
import { type OpenedDatabase, openDatabaseCopy } from './opened-database.ts';
import { readMetadata } from './read-metadata.ts';
import { contentsOf } from './stored-file.ts';
import { type BackupKeys, unlock } from './unlock.ts';

export type { BackupEntry } from './backup-entry.ts';
export type { EntryFilter } from './entry-filter.ts';
export type { OpenedDatabase } from './opened-database.ts';

/** With its password, or with what that opened before. */
export interface OpenOptions {
  readonly password?: string;
  readonly keys?: BackupKeys;
}

/**
 * Opens a backup to read what it holds; nothing is changed. A password is needed for encrypted ones. Metadata that
 * reading can do without may be missing or damaged. Rejects with `archive.password-needed`, `archive.wrong-password`,
 * `archive.no-manifest` or `archive.damaged`.
 */
export async function openBackup(
  view: BackupView,
  options: OpenOptions,
  signal?: AbortSignal,
): Promise<OpenBackup> {
  const [info, status, manifest] = await Promise.all([
    readMetadata(view, 'Info.plist', parseInfo),
    readMetadata(view, 'Status.plist', parseStatus),
    readMetadata(view, 'Manifest.plist', parseManifestPlist),
  ]);
  if (manifest.state === 'damaged') throw damaged('Manifest.plist', manifest.reason);
  // Without its Manifest.plist a backup can only be read if it was not encrypted, and then it can.
  const plist = manifest.state === 'read' ? manifest.value : undefined;
  const keys = plist?.encrypted
    ? (options.keys ?? (await keysOf(plist, options.password, signal)))
    : undefined;
  const database = await openList(view, keys, signal);
  return new OpenBackup(view, database, keys?.classKeys, {
    info: info.state === 'read' ? info.value : undefined,
    status: status.state === 'read' ? status.value : undefined,
    manifest: plist,
  });
}

interface Described {
  readonly info: Info | undefined;
  readonly status: Status | undefined;
  readonly manifest: ManifestPlist | undefined;
}

/** A backup, open to be read. Release it to remove what had to be decrypted to a temporary folder. */
export class OpenBackup implements AsyncDisposable {
  readonly info: Info | undefined;
  readonly status: Status | undefined;
  readonly encrypted: boolean;
  readonly iosVersion: string | undefined;
  readonly view: BackupView;
  readonly #manifest: ManifestDb;
  readonly #classKeys: ClassKeys | undefined;
  #unreadableRows = 0;

  constructor(view: BackupView, manifest: ManifestDb, classKeys: ClassKeys | undefined, about: Described) {
    this.view = view;
    this.#manifest = manifest;
    this.#classKeys = classKeys;
    this.info = about.info;
    this.status = about.status;
    this.encrypted = classKeys !== undefined;
    this.iosVersion = about.info?.iosVersion ?? about.manifest?.iosVersion;
  }

  /** Rows that listing and finding passed over so far because they make no sense. */
  get unreadableRows(): number {
    return this.#unreadableRows;
  }

  /** What the backup holds, in the order of its database, read as it is asked for. Throws `archive.damaged` where that ends. */
  *entries(filter: EntryFilter = {}): Generator<BackupEntry, void, undefined> {
    for (const row of untilDamage(this.#manifest.rows(filter))) {
      const entry = entryOf(row);
      if (entry) yield entry;
      else this.#unreadableRows += 1;
    }
  }

  /** Entries in all: files, folders and links. Throws `archive.damaged`. */
  count(): number {
    return asked(() => this.#manifest.countAll());
  }

  /** Each domain with the number of its files. Throws `archive.damaged`. */
  domains(): { readonly domain: string; readonly files: number }[] {
    return asked(() => this.#manifest.domains());
  }

  /** The paths below a folder in the order of their bytes, undecoded. Throws `archive.damaged` where that ends. */
  *pathsBelow(domain: string, folder: string, after = ''): Generator<PathRow, void, undefined> {
    yield* untilDamage(this.#manifest.pathsBelow(domain, folder, after));
  }

  /** A page of the files and links that lie right in a folder, from behind a path. Throws `archive.damaged`. */
  leavesIn(domain: string, folder: string, after: string, limit: number): BackupEntry[] {
    const rows = asked(() => [...this.#manifest.leavesIn(domain, folder, after, limit)]);
    return rows.map(entryOf).filter((entry) => entry !== undefined);
  }

  /** Throws `archive.damaged`. */
  entry(fileId: string): BackupEntry | undefined {
    const row = asked(() => this.#manifest.row(fileId));
    return row && entryOf(row);
  }

  /** Throws `archive.damaged`. */
  find(domain: string, relativePath: string): BackupEntry | undefined {
    const row = asked(() => this.#manifest.row(fileIdOf(domain, relativePath)));
    const entry = row && entryOf(row);
    if (row && !entry) this.#unreadableRows += 1;
    return entry;
  }

  /**
   * A file's contents as on the phone. Throws `archive.file-missing`, `archive.undecryptable`, `archive.unreadable`,
   * and `archive.file-cut` after the last byte there is.
   */
  read(entry: BackupEntry, signal?: AbortSignal): AsyncIterable<Buffer> {
    const path = pathIn(this.#manifest.placeOf(entry.fileId));
    return contentsOf(this.view, path, entry, this.#classKeys, signal);
  }

  /**
   * A database of the backup with what its write-ahead log holds, open to be read; undefined when it is not in the
   * backup. Rejects as reading does, and with `archive.damaged` when it is no database.
   */
  async openDatabase(
    domain: string,
    relativePath: string,
    signal?: AbortSignal,
  ): Promise<OpenedDatabase | undefined> {
    const main = this.find(domain, relativePath);
    if (main?.kind !== 'file') return undefined;
    const wal = this.find(domain, `${relativePath}-wal`);
    const contents = {
      main: this.read(main, signal),
      ...(wal?.kind === 'file' && { wal: this.read(wal, signal) }),
    };
    return await openDatabaseCopy(contents, `${domain} ${relativePath}`, signal);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#manifest[Symbol.asyncDispose]();
  }
}

async function keysOf(
  manifest: ManifestPlist,
  password: string | undefined,
  signal?: AbortSignal,
): Promise<BackupKeys> {
  if (password === undefined) throw new ArchiveError('archive.password-needed', 'the backup is encrypted');
  let keys: BackupKeys | undefined;
  try {
    keys = await unlock(manifest, password, signal);
  } catch (thrown) {
    if (isAbort(thrown, signal)) throw thrown;
    throw damaged('Manifest.plist', messageOf(thrown), thrown);
  }
  if (!keys) throw new ArchiveError('archive.wrong-password', 'the password does not open the backup');
  return keys;
}

async function openList(
  view: BackupView,
  keys: BackupKeys | undefined,
  signal?: AbortSignal,
): Promise<ManifestDb> {
  try {
    await using opening = new AsyncDisposableStack();
    const { database } = await openManifest(view, keys?.manifestKey, signal);
    opening.use(database);
    // SQLite looks at a file only when it is asked something.
    database.row('');
    opening.move();
    return database;
  } catch (thrown) {
    if (thrown instanceof ArchiveError || isAbort(thrown, signal)) throw thrown;
    throw damaged('Manifest.db', messageOf(thrown), thrown);
  }
}

function asked<T>(ask: () => T): T {
  try {
    return ask();
  } catch (cause) {
    throw damaged('Manifest.db', messageOf(cause), cause);
  }
}

function* untilDamage<T>(rows: Iterable<T>): Generator<T, void, undefined> {
  try {
    yield* rows;
  } catch (cause) {
    throw isSqlite(cause) ? damaged('Manifest.db', messageOf(cause), cause) : cause;
  }
}

function isSqlite(thrown: unknown): boolean {
  return thrown instanceof Error && 'code' in thrown && thrown.code === 'ERR_SQLITE_ERROR';
}

function damaged(file: string, reason: string, cause?: unknown): ArchiveError {
  return new ArchiveError('archive.damaged', `${file}: ${reason}`, { cause, facts: { file, reason } });
}
