import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Draft } from '../../vault/draft.ts';
import { WireError } from '../../wire/errors.ts';
import type { ClassKeys } from '../../wire/keybag.ts';
import type { PlistDict } from '../../wire/plist/value.ts';
import { pathIn } from '../backup-files.ts';
import { type ManifestPlist, parseManifestPlist } from '../metadata.ts';
import { readMetadata } from '../read-metadata.ts';
import { type BackupKeys, unlock } from '../unlock.ts';
import type { VerifyOptions, VerifyProgress } from '../verify.ts';
import { clearCopy, looksClear, sealedCopy } from './clear-copy.ts';
import type { KeptCopy } from './kept-copies.ts';

export interface BenchParts {
  readonly draft: Draft;
  /** The phone the backup is of. */
  readonly udid: string;
  /** What the backup's folder is called. */
  readonly folderName: string;
  readonly password: string | undefined;
  readonly kept: readonly KeptCopy[];
  /** An own folder, closed to others. */
  readonly scratch: string;
  readonly now: Date;
  /** Reads every file. */
  readonly thorough: boolean;
  /** What Info.plist would say of the phone now, when it is connected. */
  readonly infoOfPhone?: InfoOfPhone;
  /** Who hears how far a check is: made anew for each, of which there are several. */
  readonly progress?: () => VerifyProgress;
  readonly signal?: AbortSignal;
}

export type InfoOfPhone = (udid: string) => Promise<PlistDict | undefined>;

/** How the backup's list of files is to be opened. */
export type Access =
  | { readonly state: 'clear' }
  | { readonly state: 'keys'; readonly key: Uint8Array | undefined; readonly classKeys: ClassKeys }
  | { readonly state: 'no-password' | 'wrong-password' | 'no-keys' };

/** A backup under repair: the draft that takes the changes, and what is known beside it. */
export class Bench {
  readonly draft: Draft;
  readonly udid: string;
  readonly folderName: string;
  readonly kept: readonly KeptCopy[];
  readonly now: Date;
  readonly thorough: boolean;
  readonly infoOfPhone: InfoOfPhone | undefined;
  readonly signal: AbortSignal | undefined;
  readonly #parts: BenchParts;
  readonly #keys = new Map<string, BackupKeys | undefined>();
  #copies = 0;
  #tidied = 0;
  #sealed = 0;

  constructor(parts: BenchParts) {
    this.draft = parts.draft;
    this.udid = parts.udid;
    this.folderName = parts.folderName;
    this.kept = parts.kept;
    this.now = parts.now;
    this.thorough = parts.thorough;
    this.infoOfPhone = parts.infoOfPhone;
    this.signal = parts.signal;
    this.#parts = parts;
  }

  /** How the draft is verified. */
  get verifying(): VerifyOptions {
    const { password, folderName, progress, signal } = this.#parts;
    return {
      udid: folderName,
      ...(password !== undefined && { password }),
      ...progress?.(),
      ...(signal && { signal }),
    };
  }

  /** A name for a file of one's own, which is gone after the next `tidy`. */
  newPath(): string {
    this.#copies += 1;
    return join(this.#parts.scratch, `copy-${this.#copies}`);
  }

  /** Removes all such files: lists of files are large, and every repair has its own copies. */
  async tidy(): Promise<void> {
    for (let copy = this.#tidied + 1; copy <= this.#copies; copy += 1)
      for (const side of ['', '-wal', '-shm', '-journal'])
        await rm(join(this.#parts.scratch, `copy-${copy}${side}`), { force: true });
    this.#tidied = this.#copies;
  }

  /** How Manifest.db opens, by the Manifest.plist the draft has now. */
  async access(): Promise<Access> {
    const plist = await readMetadata(this.draft.view, 'Manifest.plist', parseManifestPlist);
    if (plist.state === 'read') return await this.accessWith(plist.value);
    const physical = await this.draft.view.physicalPath(pathIn('Manifest.db'));
    return { state: physical !== undefined && looksClear(physical) ? 'clear' : 'no-keys' };
  }

  /** How Manifest.db would open by this Manifest.plist. A password is stretched only once for each keybag. */
  async accessWith(plist: ManifestPlist): Promise<Access> {
    if (!plist.encrypted) return { state: 'clear' };
    if (!plist.keybag) return { state: 'no-keys' };
    const { password, signal } = this.#parts;
    if (password === undefined) return { state: 'no-password' };
    const id = createHash('sha256')
      .update(plist.keybag)
      .update(plist.manifestKey ?? '')
      .digest('hex');
    try {
      if (!this.#keys.has(id)) this.#keys.set(id, await unlock(plist, password, signal));
    } catch (thrown) {
      if (thrown instanceof WireError) return { state: 'no-keys' };
      throw thrown;
    }
    const keys = this.#keys.get(id);
    if (!keys) return { state: 'wrong-password' };
    return { state: 'keys', key: keys.manifestKey, classKeys: keys.classKeys };
  }

  /** A copy of a Manifest.db in the clear, one's own to change; undefined when it cannot be opened so. */
  async clear(physical: string, access: Access): Promise<string | undefined> {
    if (access.state !== 'clear' && access.state !== 'keys') return undefined;
    const path = this.newPath();
    await clearCopy(physical, keyOf(access), path, this.signal);
    return path;
  }

  /** The backup's own Manifest.db in the clear. */
  async clearManifest(access: Access): Promise<string | undefined> {
    const physical = await this.draft.view.physicalPath(pathIn('Manifest.db'));
    return physical === undefined ? undefined : await this.clear(physical, access);
  }

  /** Makes a database in the clear the backup's Manifest.db. */
  async adoptManifest(clear: string, access: Access): Promise<void> {
    this.#sealed += 1;
    const path = join(this.#parts.scratch, `Manifest-${this.#sealed}.db`);
    await sealedCopy(clear, keyOf(access), path, this.signal);
    this.draft.adopt(pathIn('Manifest.db'), path);
  }
}

function keyOf(access: Access): Uint8Array | undefined {
  return access.state === 'keys' ? access.key : undefined;
}
