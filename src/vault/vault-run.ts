import { rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type BackupPath, childPath, ROOT } from './backup-path.ts';
import { type BackupView, type Entry, TreeView } from './backup-view.ts';
import { type Committed, commitOverlay } from './commit/commit.ts';
import { destinationError, freeBytesOf } from './destination.ts';
import { ListAhead } from './disk/list-ahead.ts';
import { systemError, VaultError } from './errors.ts';
import { type Adopted, copyInto } from './overlay/copy-into.ts';
import type { Resumed } from './overlay/open.ts';
import { makePrivateFolder } from './private-folder.ts';
import type { Receiver, WriteFailure } from './receive/arrival.ts';
import { Intake } from './receive/intake.ts';
import type { RunParts } from './run-parts.ts';
import type { Source } from './source.ts';

/**
 * One run of a phone against its backup. Everything goes to an overlay; the backup's folder is not touched before
 * `commit`. Disposed without it, the overlay stays for the next run. Calls of the phone fail with the system's code
 * (ENOENT, EEXIST …), as they would on a real disk.
 */
export class VaultRun implements AsyncDisposable {
  /** What an earlier run left that was cut, and is still good. */
  readonly resumed: Resumed;
  /** Where an earlier run's files went that did not fit the backup any more. */
  readonly setAside: string | undefined;
  /** The backup as it would be after a commit. Files that arrive are in it after the next `flush`. */
  readonly view: BackupView;
  readonly #parts: RunParts;
  readonly #intake: Intake;

  constructor(parts: RunParts) {
    const { thread, layout, overlay, clock } = parts;
    this.resumed = parts.resumed;
    this.setAside = parts.setAside;
    const listing = new ListAhead(thread);
    this.view = new TreeView(overlay.root, {
      physicalOf: (path, node) => overlay.physicalOf(path, node),
      received: clock.now(),
      list: (folder) => listing.list(folder),
    });
    this.#parts = parts;
    this.#intake = new Intake(thread, layout.overlay, overlay);
  }

  /** Makes a folder and its parents; one that is there is no failure. Rejects with EEXIST for a file, ENOTDIR. */
  async createDirectory(path: BackupPath): Promise<void> {
    await this.#intake.allLanded();
    await this.#parts.overlay.createFolder(path);
  }

  /** Takes a file, replacing what the path held; parents are made. */
  receive(path: BackupPath): Receiver {
    return this.#intake.receive(path);
  }

  /** Undefined: go on. A promise: too much is in flight, go on when it resolves. */
  pressure(): Promise<void> | undefined {
    return this.#intake.pressure();
  }

  /** The end of a batch, for which nobody waits: gives the files that are known to have failed since the last time. */
  checkpoint(): readonly WriteFailure[] {
    this.#intake.offer();
    this.#parts.overlay.save();
    return this.#intake.takeFailures();
  }

  /** The files that are known by now to have failed, since the last time. */
  failures(): readonly WriteFailure[] {
    return this.#intake.takeFailures();
  }

  /** Resolves when every file is with the system (all must have ended), with those that failed since the last time. */
  async flush(): Promise<readonly WriteFailure[]> {
    const failures = await this.#intake.flush();
    await this.#tidy();
    if (failures.length === 0 || (await this.#isThere())) return failures;
    const cause = this.#vanished();
    return failures.map((failure) => ({ ...failure, code: 'ENODEV', cause }));
  }

  /** As `view.list`, with all that arrived. */
  async list(path: BackupPath): Promise<readonly Entry[]> {
    await this.#intake.allLanded();
    return await this.view.list(path);
  }

  /** As `view.open`, with all that arrived. */
  async open(path: BackupPath): Promise<Source | undefined> {
    await this.#intake.allLanded();
    return await this.view.open(path);
  }

  /** Moves files or folders, one after the other, each replacing what is at its new path; the first failure ends it. */
  async move(pairs: Iterable<readonly [from: BackupPath, to: BackupPath]>): Promise<void> {
    await this.#intake.allLanded();
    await this.#parts.overlay.move(pairs);
  }

  /** Removes files, and folders with all that is in them; what is missing is ignored. */
  async remove(paths: Iterable<BackupPath>): Promise<void> {
    await this.#intake.allLanded();
    for (const path of paths) await this.#parts.overlay.remove(path);
  }

  /** Copies a file, or a folder with all that is in it. */
  async copy(from: BackupPath, to: BackupPath): Promise<void> {
    await this.#intake.allLanded();
    const entry = await this.view.stat(from);
    if (!entry) throw systemError('ENOENT', from);
    if (entry.kind === 'folder') {
      await this.createDirectory(to);
      for (const { name } of await this.list(from))
        await this.copy(childPath(from, name), childPath(to, name));
      return;
    }
    const physical = await this.view.physicalPath(from);
    if (physical !== undefined) await this.adopt([{ physical, path: to }]);
  }

  /** Takes copies of files that lie anywhere on the disk. */
  async adopt(files: readonly Adopted[]): Promise<void> {
    await copyInto(this.#parts.overlay, this.#parts.thread, files);
  }

  /** What is free, and what the system makes free by itself. */
  async freeBytes(): Promise<number> {
    const { path, purgeableBytes = 0 } = this.#parts.destination;
    return (await freeBytesOf(path)) + purgeableBytes;
  }

  /** Stores a file the computer makes itself. Rejects with `vault.write-failed`. */
  async write(path: BackupPath, bytes: Buffer): Promise<void> {
    const failure = await new Promise<WriteFailure | undefined>((resolve) => {
      const receiver = this.#intake.receive(path, resolve);
      receiver.data(bytes);
      receiver.end();
      this.#intake.send();
    });
    if (failure) throw writeFailed(path, failure.code, failure.cause);
  }

  /**
   * Makes the overlay the backup. `moving` is what Status.plist says meanwhile. Until the commit has begun a failure
   * or an abort leaves everything as it was; after that it will be completed, now or by the next run
   * (`vault.commit-cut`). After a commit the run is over, and its lock given back. Rejects with `vault.no-status` where
   * there is no Status.plist to end with, unless that is wanted.
   */
  async commit(moving: Uint8Array, signal?: AbortSignal, { withoutStatus = false } = {}): Promise<Committed> {
    await this.#intake.allLanded();
    const [lost] = this.#intake.lost;
    if (lost) throw writeFailed(...lost);
    if (!(await this.#isThere())) throw this.#vanished();
    const committed = await this.#commit(moving, withoutStatus, signal);
    await this[Symbol.asyncDispose]();
    return committed;
  }

  async #commit(moving: Uint8Array, withoutStatus: boolean, signal?: AbortSignal): Promise<Committed> {
    try {
      return await commitOverlay({ ...this.#parts, view: this.view, moving, withoutStatus }, signal);
    } catch (thrown) {
      throw destinationError(thrown, this.#parts.destination.path) ?? thrown;
    }
  }

  /** Drops all that was received. */
  async abandon(): Promise<void> {
    const { overlay, trash } = this.#parts.layout;
    await this.#intake.close();
    await makePrivateFolder(trash);
    await rename(overlay, join(trash, crypto.randomUUID()));
    await rm(trash, { recursive: true, force: true });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await using _resources = this.#parts.resources;
    await this.#intake.close();
    // Without it the next run only finds less.
    await this.#parts.overlay.saved().catch(() => undefined);
  }

  /** Deletes what nobody refers to any more, once the log on the disk says so too. */
  async #tidy(): Promise<void> {
    const { overlay, thread } = this.#parts;
    overlay.save();
    if (!overlay.hasGarbage) return;
    const saved = await overlay.saved().then(
      () => true,
      () => false,
    );
    if (saved) await thread.run('remove', overlay.takeGarbage());
  }

  async #isThere(): Promise<boolean> {
    const { path, device } = this.#parts.destination;
    const stats = await stat(path).catch(() => undefined);
    return stats?.dev === device;
  }

  #vanished(): VaultError {
    const { path } = this.#parts.destination;
    return new VaultError('destination.vanished', `${path} is not the disk it was`, {
      facts: { folder: path },
    });
  }
}

function writeFailed(path: BackupPath, code: string, cause?: unknown): VaultError {
  return new VaultError('vault.write-failed', `${path === ROOT ? 'the folder' : path}: ${code}`, {
    cause,
    facts: { path, errno: code },
  });
}
