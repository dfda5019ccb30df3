import { join } from 'node:path';
import type { BackupPath } from '../backup-path.ts';
import { failureOf } from '../disk/store.ts';
import type { DiskThread } from '../disk/thread.ts';
import type { Overlay } from '../overlay/overlay.ts';
import {
  Arrival,
  type ArrivalHost,
  type Fate,
  type Receiver,
  SMALL_BYTES,
  type WriteFailure,
} from './arrival.ts';
import { LargeFile } from './large-file.ts';
import { SmallFiles } from './small-files.ts';

/** Bytes that may be on their way to the disk before the phone has to wait. */
const HIGH_WATER_BYTES = 12 * 1024 * 1024;
/**
 * Counted for a file on its way beside its contents: thousands of tiny ones at a time would outlive the collector's
 * nursery, and lie in memory as garbage long after they are on the disk.
 */
const FILE_BYTES = 12 * 1024;

/**
 * Files from the phone to the overlay. What arrived is put into the tree strictly in the order it came, so that of
 * two files with one path the later counts, however the disk was ordered.
 */
export class Intake implements ArrivalHost {
  /** Paths whose last file is not on the disk, with the system's code: no backup can be made of this. */
  readonly lost = new Map<BackupPath, string>();
  readonly #home: string;
  readonly #overlay: Overlay;
  readonly #small: SmallFiles;
  /** Not in the tree yet, in the order they came. */
  readonly #arrivals = new Set<Arrival>();
  #failures: WriteFailure[] = [];
  #inFlight = 0;
  #onEmpty: (() => void)[] = [];
  #onRelief: (() => void)[] = [];

  /** `home`: the overlay's folder. */
  constructor(thread: DiskThread, home: string, overlay: Overlay) {
    this.#home = home;
    this.#overlay = overlay;
    this.#small = new SmallFiles(thread, home, this);
  }

  receive(path: BackupPath, settled?: Arrival['settled']): Receiver {
    const arrival = new Arrival(this, path, this.#overlay.reserve(path), settled);
    this.#arrivals.add(arrival);
    this.#inFlight += FILE_BYTES;
    return arrival;
  }

  /** Undefined: go on. A promise: too much is in flight, go on when it resolves. */
  pressure(): Promise<void> | undefined {
    if (this.#inFlight < HIGH_WATER_BYTES) return undefined;
    // Nothing more comes that would fill the batch.
    this.#small.offer();
    return new Promise((resolve) => this.#onRelief.push(resolve));
  }

  /** Gives an idle disk what has come. */
  offer(): void {
    this.#small.offer();
  }

  /** Lets nothing wait for more to come. */
  send(): void {
    this.#small.send();
  }

  /** Resolves when every file is with the system, with what failed since the last time. */
  async flush(): Promise<readonly WriteFailure[]> {
    await this.allLanded();
    return this.takeFailures();
  }

  /** Resolves when every file is in the tree, or known not to be. */
  async allLanded(): Promise<void> {
    this.#small.send();
    if (this.#arrivals.size > 0) await new Promise<void>((resolve) => this.#onEmpty.push(resolve));
  }

  /** What failed since the last time, of the files whose fate is known. */
  takeFailures(): readonly WriteFailure[] {
    const failures = this.#failures;
    this.#failures = [];
    return failures;
  }

  /** Gives up what has not ended, and waits for the rest. */
  async close(): Promise<void> {
    for (const arrival of this.#arrivals) if (!arrival.ended) arrival.cancel();
    await this.allLanded();
  }

  arrived(bytes: number): void {
    this.#inFlight += bytes;
  }

  small(arrival: Arrival, chunks: readonly Buffer[]): void {
    this.#small.add(arrival, chunks);
  }

  large(arrival: Arrival): LargeFile {
    const file = new LargeFile(join(this.#home, arrival.place), (bytes) => this.#relieve(bytes));
    file.done.then(
      (fate) => this.landed(arrival, fate, 0),
      (thrown: unknown) => this.landed(arrival, { code: failureOf(thrown).code, cause: thrown }, 0),
    );
    return file;
  }

  landed(arrival: Arrival, fate: Fate, held: number): void {
    arrival.fate = fate;
    this.#relieve(held + FILE_BYTES);
    for (const first of this.#arrivals) {
      if (first.fate === undefined) return;
      this.#arrivals.delete(first);
      this.#settle(first, first.fate);
    }
    for (const resolve of this.#onEmpty.splice(0)) resolve();
  }

  #settle(arrival: Arrival, fate: Fate): void {
    const failure = this.#failureOf(arrival, fate);
    if (failure) this.lost.set(failure.path, failure.code);
    else this.lost.delete(arrival.path);
    if (fate !== 'whole') this.#overlay.release(arrival.place);
    // What took long to come must not be lost with a batch that is cut.
    else if (arrival.size > SMALL_BYTES) this.#overlay.save();
    if (arrival.settled) arrival.settled(failure);
    else if (failure) this.#failures.push(failure);
  }

  #failureOf({ path, place, size }: Arrival, fate: Fate): WriteFailure | undefined {
    if (fate === 'cancelled') return undefined;
    if (fate !== 'whole') return { path, bytes: size, ...fate };
    try {
      this.#overlay.stored(path, place, size);
      return undefined;
    } catch (thrown) {
      return { path, bytes: size, code: failureOf(thrown).code, cause: thrown };
    }
  }

  #relieve(bytes: number): void {
    this.#inFlight -= bytes;
    if (this.#inFlight > HIGH_WATER_BYTES / 2) return;
    for (const resolve of this.#onRelief.splice(0)) resolve();
  }
}
