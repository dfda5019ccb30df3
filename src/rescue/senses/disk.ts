import { freeFilesOf } from '../../host/disks/free-files.ts';
import { type Clock, systemClock } from '../../kit/clock.ts';
import { systemCodeOf } from '../../kit/errors.ts';
import { abortable } from '../../kit/signals.ts';
import { freeBytesOf } from '../../vault/destination.ts';
import { probeDisk } from '../../vault/disk/probe.ts';
import { waitAtLeast } from './patience.ts';
import type { Perceiving } from './sense.ts';

const EVERY_MS = 10_000;
/** A write that takes this long holds a backup up; a disk that spins up takes half of it. */
const SLOW_MS = 10_000;
/** An answer that takes this long of the computer's own time is slow, too; once it may be a disk that spins up. */
const SLOW_ANSWER_MS = 5000;
/** Below this the phone will hardly come to its end. */
const SCARCE_BYTES = 256 * 1024 * 1024;
const REFUSED: ReadonlySet<string> = new Set(['EACCES', 'EPERM', 'EROFS', 'EFBIG']);

/** Feels the destination's disk by writing a little to it. */
export class DiskSense {
  readonly #destination: string;
  readonly #perceiving: Perceiving;
  /** A call to a disk that hangs cannot be taken back, so that no second one may follow it. */
  #probing: Promise<void> | undefined;

  constructor(destination: string, perceiving: Perceiving) {
    this.#destination = destination;
    this.#perceiving = perceiving;
  }

  /** Looks now and then until the signal aborts. */
  async run(signal: AbortSignal): Promise<void> {
    for (;;) {
      await this.look(signal);
      await this.#perceiving.clock.sleep(EVERY_MS, signal);
    }
  }

  /** One write; a disk that does not answer is told of while it still does not. */
  async look(signal: AbortSignal): Promise<void> {
    const { clock, sign, tell } = this.#perceiving;
    const began = clock.ticks();
    const ownBegan = systemClock.ticks();
    const answered = new AbortController();
    let heldUpSince = began;
    const telling = tellWhileSilent(clock, AbortSignal.any([signal, answered.signal]), () => {
      const now = clock.ticks();
      const facts = { milliseconds: Math.round(now - began) };
      tell({ kind: 'destination.slow', source: 'destination', facts });
      // Who waits for the disk cannot tell the phone's silence from its own.
      sign({ kind: 'held-up', seconds: (now - heldUpSince) / 1000 });
      heldUpSince = now;
    });
    try {
      await abortable(this.#probe(), signal);
      sign({ kind: 'disk', of: 'destination' });
      const milliseconds = Math.round(systemClock.ticks() - ownBegan);
      if (heldUpSince === began && milliseconds >= SLOW_ANSWER_MS)
        tell({ kind: 'destination.slow', source: 'destination', facts: { milliseconds } });
      this.#tellSpace(await freeBytesOf(this.#destination));
    } catch (thrown) {
      signal.throwIfAborted();
      await this.#tellFailure(systemCodeOf(thrown)).catch(() => undefined);
    } finally {
      answered.abort();
      await telling;
    }
  }

  #probe(): Promise<void> {
    this.#probing ??= probeDisk(this.#destination).finally(() => {
      this.#probing = undefined;
    });
    return this.#probing;
  }

  async #tellFailure(code: string | undefined): Promise<void> {
    // No folder of ours yet: nothing was written there, and nothing is to be learned.
    if (code === 'ENOENT') return;
    if (code === 'ENOSPC') return await this.#tellFull();
    if (code === 'EDQUOT') this.#tellSpace(0);
    else {
      // A disk that is there and refuses is another matter than one that is gone.
      const kind = REFUSED.has(code ?? '') ? 'destination.write-failed' : 'destination.lost';
      const facts = { code: code ?? 'unknown' };
      this.#perceiving.tell({ kind, source: 'destination', facts }, 30);
    }
  }

  /** It is the room that is used up, or the table of files. */
  async #tellFull(): Promise<void> {
    const freeBytes = await freeBytesOf(this.#destination);
    const freeFiles = await freeFilesOf(this.#destination);
    if (freeBytes < SCARCE_BYTES) return this.#tellSpace(0);
    if (freeFiles === undefined) return;
    this.#perceiving.tell(
      { kind: 'destination.files-left', source: 'destination', facts: { freeFiles } },
      30,
    );
  }

  #tellSpace(freeBytes: number): void {
    if (freeBytes >= SCARCE_BYTES) return;
    this.#perceiving.tell({ kind: 'destination.space', source: 'destination', facts: { freeBytes } }, 30);
  }
}

async function tellWhileSilent(clock: Clock, ended: AbortSignal, told: () => void): Promise<void> {
  try {
    for (;;) {
      await waitAtLeast(clock, SLOW_MS, ended);
      told();
    }
  } catch {
    // It answered, or nobody wants to know any more.
  }
}
