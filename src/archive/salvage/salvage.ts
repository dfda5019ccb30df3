import { createReadStream } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { childPath, ROOT } from '../../vault/backup-path.ts';
import type { BackupView } from '../../vault/backup-view.ts';
import { fileIdOf } from '../../wire/file-id.ts';
import { pathIn } from '../backup-files.ts';
import type { OutputFolder } from '../read/output/output-folder.ts';
import type { KeptCopy } from '../repair/kept-copies.ts';
import { mbFileOf } from '../repair/row-names.ts';
import type { BackupKeys } from '../unlock.ts';
import { contentKindOf } from './content-kind.ts';
import { writeIndex } from './index-files.ts';
import { isComplete } from './is-complete.ts';
import { cameraFiles, wellKnownFiles } from './known-files.ts';
import { type FoundFile, keyOf, Ledger, type Saved } from './ledger.ts';
import { type ManifestNames, nameByManifests } from './manifests.ts';
import { NAMING_DATABASES, namedBy } from './names-in-databases.ts';
import { recoverDatabase } from './recover-database.ts';
import { peeked, StoredContents } from './stored-contents.ts';

export interface Salvaging {
  readonly view: BackupView;
  readonly out: OutputFolder;
  /** Where `out` is on the disk. */
  readonly outPath: string;
  readonly kept: readonly KeptCopy[];
  readonly password: string | undefined;
  /** An own folder, closed to others. */
  readonly scratch: string;
  readonly onProgress?: (progress: SalvageProgress) => void;
}

export interface SalvageProgress {
  readonly files: number;
  readonly of: number;
  readonly bytes: number;
  readonly ofBytes: number;
}

/** What was brought out. */
export interface Salvaged {
  /** Files of the phone that lie in the backup. */
  readonly found: number;
  /** Brought out under the names they had on the phone, and sorted by what they hold. */
  readonly named: number;
  readonly unnamed: number;
  /** Of these, not whole. */
  readonly incomplete: number;
  /** Databases of which a readable copy was made beside the damaged one. */
  readonly recovered: number;
  /** Encrypted, and no key for them. */
  readonly locked: number;
  /** Nothing in them. */
  readonly empty: number;
  /** The backup is encrypted; `opened`: its keys were found and the password opens them. */
  readonly encrypted: boolean;
  readonly opened: boolean;
}

const FILE_ID = /^[0-9a-f]{40}$/;

/**
 * Brings whatever can be identified out of a backup that may have no list of files, into a plain folder with an
 * index. The backup is only read; nothing that is in the folder already is overwritten, and what an earlier time
 * brought out is not brought out again.
 */
export async function salvage(salvaging: Salvaging, signal?: AbortSignal): Promise<Salvaged> {
  using ledger = new Ledger(salvaging.scratch);
  await findFiles(salvaging.view, ledger, signal);
  const manifests = await nameByManifests(salvaging, ledger, signal);
  for (const { fileId, domain, path } of wellKnownFiles())
    ledger.addName(fileId, { domain, path, source: 'well-known', blob: undefined, keys: undefined });
  if (ledger.unnamedKeys().size > 0) await nameByDatabases(salvaging, ledger, manifests, signal);
  const unnamed = ledger.unnamedKeys();
  if (unnamed.size > 0) {
    for (const { fileId, domain, path } of cameraFiles())
      if (unnamed.has(keyOf(fileId)))
        ledger.addName(fileId, { domain, path, source: 'camera', blob: undefined, keys: undefined });
  }
  const encrypted = manifests.encrypted || (await looksEncrypted(salvaging.view, ledger, manifests));
  const salvager = new Salvager(salvaging, ledger, { ...manifests, encrypted });
  await salvager.saveAll(signal);
  const salvaged = salvager.result();
  await writeIndex(salvaging.out, ledger, salvaged);
  return salvaged;
}

/** Files whose names are those of a backup's, wherever they lie: also in Snapshot, and in the folders of old layouts. */
async function findFiles(view: BackupView, ledger: Ledger, signal: AbortSignal | undefined): Promise<void> {
  for await (const { kind, path, name, size } of view.walk(childPath(ROOT, ''))) {
    signal?.throwIfAborted();
    if (kind === 'file' && FILE_ID.test(name)) ledger.addFound({ place: path, fileId: name, size });
  }
}

/** Databases that could be named themselves name others: photos, attachments, recordings. */
async function nameByDatabases(
  { view, scratch }: Salvaging,
  ledger: Ledger,
  { keys }: ManifestNames,
  signal: AbortSignal | undefined,
): Promise<void> {
  for (const naming of NAMING_DATABASES) {
    signal?.throwIfAborted();
    const copy = join(scratch, 'naming.sqlite');
    for (const side of ['', '-wal']) {
      const place = ledger.placeOf(fileIdOf(naming.domain, `${naming.path}${side}`));
      if (place !== undefined) await copyOut(view, ledger, place, keys, `${copy}${side}`);
    }
    const whole = join(scratch, 'naming-recovered.sqlite');
    const main = ledger.placeOf(fileIdOf(naming.domain, naming.path)) !== undefined;
    const path = main && !(await isComplete(copy)) && recoverDatabase(copy, whole, signal) ? whole : copy;
    if (main) {
      for (const { fileId, domain, path: named } of namedBy(naming, path))
        ledger.addName(fileId, { domain, path: named, source: 'database', blob: undefined, keys: undefined });
    }
    for (const file of [copy, `${copy}-wal`, `${copy}-shm`, whole]) await rm(file, { force: true });
  }
}

/** Where no list of files is left to say it: of files that are not encrypted, most begin in a way that is known. */
async function looksEncrypted(view: BackupView, ledger: Ledger, { rows }: ManifestNames): Promise<boolean> {
  if (rows > 0) return false;
  let looked = 0;
  let known = 0;
  for (const { place, size } of ledger.found()) {
    if (size === 0) continue;
    looked += 1;
    const { head, whole } = await peeked(new StoredContents(view, pathIn(place), undefined, undefined));
    await whole.return(undefined);
    if (contentKindOf(head).kind !== 'unknown') known += 1;
    if (looked === MAX_SAMPLE) break;
  }
  return looked >= MIN_SAMPLE && known / looked < KNOWN_SHARE;
}

const MIN_SAMPLE = 20;
const MAX_SAMPLE = 500;
/** A beginning may look like something by chance. */
const KNOWN_SHARE = 0.05;

async function copyOut(
  view: BackupView,
  ledger: Ledger,
  place: string,
  keys: readonly BackupKeys[],
  to: string,
): Promise<void> {
  await writeFile(to, contentsOf(view, ledger, place, keys), { mode: 0o600 });
}

function contentsOf(
  view: BackupView,
  ledger: Ledger,
  place: string,
  keys: readonly BackupKeys[],
): StoredContents {
  const name = ledger.nameOf(place.slice(-40));
  const file = name?.blob && mbFileOf(name.blob);
  return new StoredContents(
    view,
    pathIn(place),
    file,
    name?.keys === undefined ? undefined : keys[name.keys],
  );
}

class Salvager {
  readonly #salvaging: Salvaging;
  readonly #ledger: Ledger;
  readonly #manifests: ManifestNames;
  readonly #counts = { named: 0, unnamed: 0, incomplete: 0, recovered: 0, locked: 0, empty: 0 };

  constructor(salvaging: Salvaging, ledger: Ledger, manifests: ManifestNames) {
    this.#salvaging = salvaging;
    this.#ledger = ledger;
    this.#manifests = manifests;
  }

  result(): Salvaged {
    const { encrypted, keys } = this.#manifests;
    return { found: this.#ledger.totals().files, ...this.#counts, encrypted, opened: keys.length > 0 };
  }

  async saveAll(signal: AbortSignal | undefined): Promise<void> {
    const { files: of, bytes: ofBytes } = this.#ledger.totals();
    let files = 0;
    let bytes = 0;
    for (const found of this.#ledger.found()) {
      signal?.throwIfAborted();
      this.#ledger.addSaved(await this.#save(found));
      files += 1;
      bytes += found.size;
      this.#salvaging.onProgress?.({ files, of, bytes, ofBytes });
    }
  }

  async #save(found: FoundFile): Promise<Saved> {
    const { view, out } = this.#salvaging;
    const name = this.#ledger.nameOf(found.fileId);
    const contents = contentsOf(view, this.#ledger, found.place, this.#manifests.keys);
    const { head, whole } = await peeked(contents);
    const { kind, group, extension } = contentKindOf(head);
    const entry = { ...found, name: name?.path, domain: name?.domain, named: name?.source, kind, group };
    const blob = name?.blob && mbFileOf(name.blob);
    if (head.length === 0 && (!name || (blob?.size ?? found.size) > 0)) {
      await whole.return(undefined);
      this.#counts.empty += 1;
      return { ...entry, path: undefined, note: contents.note ?? 'nothing in it' };
    }
    if (kind === 'unknown' && this.#manifests.encrypted && name?.keys === undefined) {
      await whole.return(undefined);
      this.#counts.locked += 1;
      return { ...entry, path: undefined, note: 'encrypted, and its key is not here' };
    }
    const parts = name
      ? ['named', name.domain, ...name.path.split('/').filter(Boolean)]
      : ['unnamed', group, `${found.fileId}.${extension}`];
    const modified = blob
      ? new Date(blob.lastModified * 1000)
      : (await view.stat(pathIn(found.place)))?.modified;
    const written = await out.write(parts, whole, { modified });
    this.#counts[name ? 'named' : 'unnamed'] += 1;
    const complete = await isComplete(join(this.#salvaging.outPath, written.whole));
    if (contents.note !== undefined && !complete) this.#counts.incomplete += 1;
    const note = complete ? contents.note && `whole, though ${contents.note}` : contents.note;
    const isDamaged = kind === 'sqlite' && !complete;
    return {
      ...entry,
      path: written.whole,
      note: isDamaged ? await this.#recover(parts, written.whole, note) : note,
    };
  }

  /** Beside a damaged database, one with what can be read of it. */
  async #recover(parts: string[], path: string, note: string | undefined): Promise<string | undefined> {
    const { out, outPath, scratch } = this.#salvaging;
    const copy = join(scratch, 'recovered.sqlite');
    try {
      const recovered = recoverDatabase(join(outPath, path), copy);
      if (!recovered) return note ?? 'a damaged database of which nothing can be read';
      const beside = [...parts.slice(0, -1), `${parts.at(-1)}.recovered.sqlite`];
      const written = await out.write(beside, createReadStream(copy));
      this.#counts.recovered += 1;
      return `damaged; ${recovered.rows.toLocaleString('en')} rows of it are in ${written.whole}`;
    } finally {
      await rm(copy, { force: true });
    }
  }
}
