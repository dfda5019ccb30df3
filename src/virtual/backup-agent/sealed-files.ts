import { Spool, type SpooledBody } from '../content/spool.ts';
import type { FileKeys } from './file-keys.ts';
import { storedBytes } from './stored-bytes.ts';

/** Smaller files are encrypted anew as quickly as they are read. */
const WORTH_KEEPING_BYTES = 64 * 1024;
/** What is kept takes room on the computer's disk. */
const MOST_BYTES = 4 * 1024 ** 3;

/** The phone's contents and keys at one moment. */
export interface SealedState {
  readonly generation: number;
  readonly keys: FileKeys;
}

/**
 * Large files as they were sent, encrypted. A real phone has a part of its own for that; here it takes a core of the
 * computer whose programs are measured, so what has not changed is encrypted once for all runs.
 */
export class SealedFiles implements Disposable {
  #state: SealedState | undefined;
  #spool = new Spool();
  readonly #kept = new Map<number, SpooledBody>();
  #bytes = 0;

  /** The file of this slot as it is stored in a backup. `size` and `pieces`: in the clear. */
  pieces(
    state: SealedState,
    slot: number,
    { fileId, size, pieces }: { fileId: string; size: number; pieces: Iterable<Uint8Array> },
  ): Iterable<Uint8Array> {
    if (!this.#isOf(state)) this.#forget(state);
    const kept = this.#kept.get(slot);
    if (kept) return kept.bytes();
    const sealed = storedBytes(pieces, state.keys.keyOf(fileId));
    if (size < WORTH_KEEPING_BYTES || this.#bytes + size > MOST_BYTES) return sealed;
    return this.#keep(state, slot, sealed);
  }

  [Symbol.dispose](): void {
    this.#spool[Symbol.dispose]();
  }

  /** Only what was read to its end is kept. */
  *#keep(state: SealedState, slot: number, sealed: Iterable<Uint8Array>): Generator<Uint8Array> {
    const body = this.#spool.newBody();
    for (const piece of sealed) {
      body.append(piece);
      yield piece;
    }
    if (!this.#isOf(state)) return;
    this.#kept.set(slot, body);
    this.#bytes += body.size;
  }

  #isOf({ keys, generation }: SealedState): boolean {
    return keys === this.#state?.keys && generation === this.#state.generation;
  }

  #forget(next: SealedState): void {
    this.#spool[Symbol.dispose]();
    this.#spool = new Spool();
    this.#kept.clear();
    this.#bytes = 0;
    this.#state = next;
  }
}
