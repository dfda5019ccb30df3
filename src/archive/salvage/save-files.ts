import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { BackupView } from '../../vault/backup-view.ts';
import { encryptedSize } from '../../wire/file-cipher.ts';
import type { MbFile } from '../../wire/mbfile.ts';
import { pathIn } from '../backup-files.ts';
import { mbFileOf } from '../repair/row-names.ts';
import type { BackupKeys } from '../unlock.ts';
import { contentKindOf } from './content-kind.ts';
import { isComplete } from './is-complete.ts';
import type { FoundFile, Ledger, Saved } from './ledger.ts';
import type { ManifestNames } from './manifests.ts';
import { recoverDatabase } from './recover-database.ts';
import type { Salvaged, Salvaging } from './salvage.ts';
import { peeked, StoredContents } from './stored-contents.ts';

/** Brings the files of a ledger out, one after the other. */
export class Salvager {
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
    const { head, whole, close } = await peeked(contents);
    const { kind, group, extension } = contentKindOf(head);
    const entry = { ...found, name: name?.path, domain: name?.domain, named: name?.source, kind, group };
    const blob = name?.blob && mbFileOf(name.blob);
    if (head.length === 0 && (!name || (blob?.size ?? found.size) > 0)) {
      await close();
      this.#counts.empty += 1;
      return { ...entry, path: undefined, note: contents.note ?? 'nothing in it' };
    }
    if (kind === 'unknown' && this.#manifests.encrypted && name?.keys === undefined) {
      await close();
      this.#counts.locked += 1;
      return { ...entry, path: undefined, note: 'encrypted, and its key is not here' };
    }
    const parts = name
      ? ['named', name.domain, ...name.path.split('/').filter(Boolean)]
      : ['unnamed', group, `${found.fileId}.${extension}`];
    const modified = blob
      ? new Date(blob.lastModified * 1000)
      : (await view.stat(pathIn(found.place)))?.modified;
    const size = this.#sizeIfWhole(found, blob, name?.keys !== undefined);
    // What is there already is not read a second time, so it may be still open.
    const written = await out
      .write(parts, whole, { modified, ...(size !== undefined && { size }) })
      .finally(close);
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

  /** Bytes it will have, where nothing speaks against it. */
  #sizeIfWhole(found: FoundFile, file: MbFile | undefined, encrypted: boolean): number | undefined {
    if (!file) return encrypted ? undefined : found.size;
    return found.size === (encrypted ? encryptedSize(file.size) : file.size) ? file.size : undefined;
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

/** A found file's contents, opened with its keys if it has any. */
export function contentsOf(
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
