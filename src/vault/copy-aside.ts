import { constants } from 'node:fs';
import { copyFile, mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type BackupView, viewOfFolder } from './backup-view.ts';
import { freeBytesOf } from './destination.ts';
import { FILE_MODE, FOLDER_MODE } from './disk/store.ts';
import { exists } from './disk/sync.ts';
import { systemError } from './errors.ts';
import { assertFolderOrNothing } from './private-folder.ts';

/** Where a copy is made: its name ends when it is whole. */
const GROWING = '.thaw-copying';

/**
 * A copy of one phone's backup beside it, under the name phones choose for it (`<UDID>-yyyyMMdd-HHmmss`) before they
 * restore. Nothing else can be written through it.
 */
export class CopyAside {
  readonly #destination: string;
  readonly #udid: string;
  readonly #signal: AbortSignal;
  #made: string | undefined;

  constructor(destination: string, udid: string, signal: AbortSignal) {
    this.#destination = destination;
    this.#udid = udid;
    this.#signal = signal;
  }

  /** The copy's folder, once there is one. */
  get made(): string | undefined {
    return this.#made;
  }

  /** The phone's own backup as it is now. */
  get own(): BackupView {
    return viewOfFolder(join(this.#destination, this.#udid));
  }

  freeBytes(): Promise<number> {
    return freeBytesOf(this.#destination);
  }

  /**
   * Copies the backup `from`, which is the phone's own, to the folder `to` beside it; the disk shares the bytes where it
   * can. A phone that has no backup here has nothing to lose, and gets none. Rejects with the system's code.
   */
  async copy(from: string, to: string): Promise<void> {
    if (from !== this.#udid || !isCopyName(to, this.#udid)) throw systemError('EINVAL', to);
    const source = join(this.#destination, from);
    if (!(await assertFolderOrNothing(source))) return;
    const target = join(this.#destination, to);
    if (exists(target)) throw systemError('EEXIST', to);
    const growing = `${target}${GROWING}`;
    await rm(growing, { recursive: true, force: true });
    try {
      await copyTree(source, growing, this.#signal);
      await rename(growing, target);
    } catch (thrown) {
      await rm(growing, { recursive: true, force: true });
      throw thrown;
    }
    this.#made = target;
  }

  /** The copy's own Info.plist: `path` begins with the copy's name. Rejects with the system's code for any other. */
  async replaceInfo(path: string, bytes: Uint8Array): Promise<void> {
    if (this.#made === undefined || join(this.#destination, path) !== join(this.#made, 'Info.plist'))
      throw systemError('EINVAL', path);
    const fresh = join(this.#made, `Info.plist${GROWING}`);
    await rm(fresh, { force: true });
    await using file = await open(fresh, 'wx', FILE_MODE);
    await file.writeFile(bytes);
    await rename(fresh, join(this.#made, 'Info.plist'));
  }
}

function isCopyName(name: string, udid: string): boolean {
  return name.startsWith(`${udid}-`) && /^\d{8}-\d{6}$/.test(name.slice(udid.length + 1));
}

/** Files and folders; links are left out, a backup has none. */
async function copyTree(from: string, to: string, signal: AbortSignal): Promise<void> {
  await mkdir(to, { mode: FOLDER_MODE });
  for await (const { path, kind } of viewOfFolder(from).walk()) {
    signal.throwIfAborted();
    if (kind === 'folder') await mkdir(join(to, path), { mode: FOLDER_MODE });
    if (kind === 'file')
      await copyFile(join(from, path), join(to, path), constants.COPYFILE_FICLONE | constants.COPYFILE_EXCL);
  }
}
