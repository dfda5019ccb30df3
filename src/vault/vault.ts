import type { Clock } from '../kit/clock.ts';
import { type BackupView, TreeView } from './backup-view.ts';
import { beginRun } from './begin.ts';
import type { Committed } from './commit/commit.ts';
import { type Destination, destinationError } from './destination.ts';
import { type Generation, listGenerations } from './generations/generation.ts';
import { type Pruned, pruneGenerations } from './generations/prune.ts';
import { restoreInto } from './generations/restore.ts';
import { commitsSince, treeOfGeneration } from './generations/undo.ts';
import { type Layout, layoutOf } from './layout.ts';
import type { VaultRun } from './vault-run.ts';

export type { Receiver, WriteFailure } from './receive/arrival.ts';
export type { VaultRun } from './vault-run.ts';

/** One phone's backup in a destination, and its earlier generations. Nothing is touched by opening it. */
export function openVault(destination: Destination, udid: string, { clock }: { clock: Clock }): Vault {
  return new Vault(destination, layoutOf(destination.path, udid), clock);
}

/** How an earlier generation is brought back. */
export interface Restoring {
  /** The id of the run that does it. */
  readonly run: string;
  readonly movingOf: (view: BackupView) => Promise<Uint8Array>;
}

export class Vault {
  readonly #destination: Destination;
  readonly #layout: Layout;
  readonly #clock: Clock;

  constructor(destination: Destination, layout: Layout, clock: Clock) {
    this.#destination = destination;
    this.#layout = layout;
    this.#clock = clock;
  }

  /** The backup's own folder, as other programs know it. */
  get folder(): string {
    return this.#layout.folder;
  }

  /**
   * Begins a run, or goes on with one that was cut; a commit that was cut is completed first. `run`: its id; `fresh`:
   * what a cut run left is set aside. Rejects with `vault.busy` and the owner in its facts while another one is at work.
   */
  begin({ run, fresh = false }: { run: string; fresh?: boolean }, signal?: AbortSignal): Promise<VaultRun> {
    return this.#onDisk(beginRun(this.#destination, this.#layout, this.#clock, { run, fresh }, signal));
  }

  /** All states of the backup there is a trace of, oldest first. */
  generations(): Promise<readonly Generation[]> {
    return listGenerations(this.#layout);
  }

  /** An earlier generation, to be read as long as no run is at work. Rejects with `vault.no-generation`. */
  async openGeneration(number: number): Promise<BackupView> {
    return new TreeView((await treeOfGeneration(this.#layout, number)).root);
  }

  /**
   * Makes an earlier generation the backup again; what is now the backup becomes a generation of its own. Copies
   * what differs, so that no generation loses a file. `movingOf`: the Status.plist for the time of the commit, made
   * from the generation.
   */
  restore(number: number, restoring: Restoring, signal?: AbortSignal): Promise<Committed> {
    return this.#onDisk(this.#restore(number, restoring, signal));
  }

  /** Deletes all but the newest `keep` earlier generations, and overlays that were set aside. */
  prune(keep: number, signal?: AbortSignal): Promise<Pruned> {
    return this.#onDisk(pruneGenerations(this.#layout, this.#clock, keep, signal));
  }

  async #restore(number: number, { run, movingOf }: Restoring, signal?: AbortSignal): Promise<Committed> {
    // Before anything is set aside for it.
    await commitsSince(this.#layout, number);
    await using working = await beginRun(
      this.#destination,
      this.#layout,
      this.#clock,
      { run, fresh: true },
      signal,
    );
    const earlier = await treeOfGeneration(this.#layout, number);
    return await restoreInto(working, this.#layout, earlier, movingOf, signal);
  }

  /** A full, read-only or vanished disk under its own name. */
  async #onDisk<T>(work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (thrown) {
      throw destinationError(thrown, this.#destination.path) ?? thrown;
    }
  }
}
