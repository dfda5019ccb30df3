import type { DiskThread } from '../disk/thread.ts';
import { encodeFrame } from '../record-log.ts';
import type { OverlayRecord } from './record.ts';

/** Records that are gathered before they go to the disk by themselves. */
const GATHER_RECORDS = 512;

/**
 * The overlay's log. Appending waits for nobody; a frame that could not be written stays first in the queue, so that
 * what is on the disk is always the truth up to some moment.
 */
export class OverlayLog {
  readonly #thread: DiskThread;
  readonly #file: string;
  readonly #frames: Buffer[] = [];
  #records: OverlayRecord[] = [];
  #end = 0;
  #writing: Promise<void> | undefined;

  constructor(thread: DiskThread, file: string) {
    this.#thread = thread;
    this.#file = file;
  }

  /** So much of an earlier run's log counts; what lies behind is cut off. */
  continueAt(end: number): void {
    this.#end = end;
  }

  add(record: OverlayRecord): void {
    this.#records.push(record);
    if (this.#records.length >= GATHER_RECORDS) this.write();
  }

  /** Sends what was added on its way. */
  write(): void {
    if (this.#records.length > 0) this.#frames.push(encodeFrame(this.#records));
    this.#records = [];
    this.#writing ??= this.#drain().finally(() => {
      this.#writing = undefined;
    });
    this.#writing.catch(() => undefined);
  }

  /** Resolves when all that was added is with the system; rejects with the system's code. */
  async written(): Promise<void> {
    this.write();
    await this.#writing;
  }

  async #drain(): Promise<void> {
    while (this.#frames.length > 0) {
      const count = this.#frames.length;
      const bytes = Buffer.concat(this.#frames);
      await this.#thread.run('writeAt', { path: this.#file, at: this.#end, bytes });
      this.#end += bytes.length;
      this.#frames.splice(0, count);
    }
  }
}
