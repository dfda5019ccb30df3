import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { systemCodeOf } from '../../kit/errors.ts';
import { WireError } from '../../wire/errors.ts';
import type { ClassKeys } from '../../wire/keybag.ts';
import { decodeMbFile, type MbFile } from '../../wire/mbfile.ts';
import type { FileFinding } from '../finding.ts';
import { ContentSink, type Opinion } from './content-sink.ts';
import { databaseDamage } from './database-damage.ts';
import { StoredReader } from './read-stored.ts';
import { hasRoom } from './room.ts';
import type { ContentTask, StoredPart } from './task.ts';

/** Checks the contents of one file after the other. Everything in plain calls: made for a thread of its own. */
export class FileChecker {
  readonly #encrypted: boolean;
  readonly #copy: string;
  readonly #reader: StoredReader;

  /** `name` sets this thread's copies in `scratch` apart from those of others. */
  constructor(
    classKeys: ClassKeys | undefined,
    { scratch, name }: { readonly scratch: string; readonly name: string },
    onBytes: (bytes: number) => void,
  ) {
    this.#encrypted = classKeys !== undefined;
    this.#copy = join(scratch, name);
    this.#reader = new StoredReader(classKeys, onBytes);
  }

  /** What is to be said of a file's contents; undefined for nothing, and for what its size has told already. */
  check(task: ContentTask): FileFinding | undefined {
    const { phoneFile, physical } = task;
    const file = mbFileOf(task);
    if (!file) return { kind: 'unreadable-row', ...phoneFile };
    using sink = new ContentSink({
      path: phoneFile.path,
      size: file.size,
      copy: this.#encrypted ? this.#copy : undefined,
    });
    const problem = this.#reader.read(physical, file, (head) => sink.begin(head));
    if (problem) return problem.kind === 'other-size' ? undefined : { ...phoneFile, ...problem };
    const opinion = sink.opinion(physical);
    if (opinion?.kind === 'damaged-database' && task.wal) return this.#withLog(task, task.wal, file, opinion);
    return opinion && { ...phoneFile, ...opinion };
  }

  /** A database may be whole together with what its write-ahead log still holds. */
  #withLog(main: ContentTask, wal: StoredPart, file: MbFile, alone: Opinion): FileFinding | undefined {
    const walFile = mbFileOf(wal);
    if (!walFile || walFile.size === 0) return { ...main.phoneFile, ...alone };
    const bytes = file.size + walFile.size;
    if (!hasRoom(dirname(this.#copy), bytes))
      return { ...main.phoneFile, kind: 'unopened', form: 'database', bytes };
    return this.#opensWith(main, wal, file, walFile) ? undefined : { ...main.phoneFile, ...alone };
  }

  #opensWith(main: StoredPart, wal: StoredPart, file: MbFile, walFile: MbFile): boolean {
    const path = `${this.#copy}-both`;
    try {
      if (!this.#copyOut(main, file, path) || !this.#copyOut(wal, walFile, `${path}-wal`)) return false;
      return databaseDamage(path, { asIs: false }) === undefined;
    } finally {
      for (const end of ['', '-wal', '-shm']) rmSync(`${path}${end}`, { force: true });
    }
  }

  #copyOut({ physical }: StoredPart, file: MbFile, to: string): boolean {
    const out = openSync(to, 'wx', 0o600);
    try {
      return this.#reader.read(physical, file, () => (piece) => writeSync(out, piece)) === undefined;
    } catch (thrown) {
      if (systemCodeOf(thrown) === undefined) throw thrown;
      return false;
    } finally {
      closeSync(out);
    }
  }
}

function mbFileOf({ file }: StoredPart): MbFile | undefined {
  try {
    return decodeMbFile(file);
  } catch (thrown) {
    if (thrown instanceof WireError) return undefined;
    throw thrown;
  }
}
