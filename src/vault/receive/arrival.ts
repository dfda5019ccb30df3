import type { BackupPath } from '../backup-path.ts';
import type { LargeFile } from './large-file.ts';

/** Takes one file as it arrives. Nothing here waits or throws; chunks belong to the receiver from then on. */
export interface Receiver {
  data(chunk: Buffer): void;
  end(): void;
  /** The file will not become whole: nothing of it is kept. */
  cancel(): void;
}

/** A file that could not be written. */
export interface WriteFailure {
  readonly path: BackupPath;
  /** The system's code: ENOSPC, EIO, EFBIG, EROFS … */
  readonly code: string;
  /** How much of it had come by then. */
  readonly bytes: number;
  readonly cause: unknown;
}

/** How a file's way to the disk ended. */
export type Fate = 'whole' | 'cancelled' | { readonly code: string; readonly cause: unknown };

/** What an arrival needs of the intake it belongs to. */
export interface ArrivalHost {
  /** So many bytes more are in memory. */
  arrived(bytes: number): void;
  small(arrival: Arrival, chunks: readonly Buffer[]): void;
  large(arrival: Arrival): LargeFile;
  /** `held`: bytes that are in memory no more. */
  landed(arrival: Arrival, fate: Fate, held: number): void;
}

/** Larger files are written while they arrive; below, copying costs less than a file's own asynchronous calls. */
export const SMALL_BYTES = 4 * 1024 * 1024;

/** One file on its way from the phone to the disk. */
export class Arrival implements Receiver {
  readonly path: BackupPath;
  /** Where it is put, below the overlay. */
  readonly place: string;
  /** Who wants to hear of this file alone; its failure is then not told by `flush`. */
  readonly settled: ((failure: WriteFailure | undefined) => void) | undefined;
  size = 0;
  ended = false;
  fate: Fate | undefined;
  readonly #host: ArrivalHost;
  #chunks: Buffer[] = [];
  #large: LargeFile | undefined;

  constructor(host: ArrivalHost, path: BackupPath, place: string, settled: Arrival['settled']) {
    this.#host = host;
    this.path = path;
    this.place = place;
    this.settled = settled;
  }

  data(chunk: Buffer): void {
    this.size += chunk.length;
    this.#host.arrived(chunk.length);
    if (this.#large) {
      this.#large.push(chunk);
      return;
    }
    this.#chunks.push(chunk);
    if (this.size > SMALL_BYTES) this.#grow();
  }

  end(): void {
    this.ended = true;
    if (this.#large) this.#large.end();
    else this.#host.small(this, this.#chunks);
    this.#chunks = [];
  }

  cancel(): void {
    this.ended = true;
    if (this.#large) this.#large.cancel();
    else this.#host.landed(this, 'cancelled', this.size);
    this.#chunks = [];
  }

  #grow(): void {
    this.#large = this.#host.large(this);
    for (const chunk of this.#chunks) this.#large.push(chunk);
    this.#chunks = [];
  }
}
