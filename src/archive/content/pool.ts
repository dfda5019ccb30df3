import { availableParallelism } from 'node:os';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { abortable } from '../../kit/signals.ts';
import type { ContentReply, ContentSetup, ContentTask } from './task.ts';

/** One batch a thread works on, and one that waits, so that it never does. */
const BATCHES_EACH = 2;

interface Thread {
  readonly worker: Worker;
  batches: number;
}

/** A thread for every core, each of which checks batches of files. Ends all of them when it is released. */
export class ContentPool implements AsyncDisposable {
  readonly #threads: readonly Thread[];
  readonly #onReply: (reply: ContentReply) => void;
  #failure: Error | undefined;
  #wake = (): void => {};

  constructor(setup: ContentSetup, onReply: (reply: ContentReply) => void) {
    this.#onReply = onReply;
    this.#threads = Array.from({ length: availableParallelism() }, () => this.#start(setup));
  }

  /** Hands a batch over as soon as a thread has room for it. */
  async give(batch: readonly ContentTask[], signal?: AbortSignal): Promise<void> {
    for (;;) {
      this.#throwIfFailed();
      const idlest = this.#threads.reduce((one, other) => (other.batches < one.batches ? other : one));
      if (idlest.batches < BATCHES_EACH) {
        idlest.batches += 1;
        idlest.worker.postMessage(batch);
        return;
      }
      await this.#change(signal);
    }
  }

  /** Resolves when all that was given is through. */
  async drained(signal?: AbortSignal): Promise<void> {
    this.#throwIfFailed();
    while (this.#threads.some(({ batches }) => batches > 0)) {
      await this.#change(signal);
      this.#throwIfFailed();
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.#threads.map(({ worker }) => worker.terminate()));
  }

  #start(workerData: ContentSetup): Thread {
    // The same file as source and as built package.
    const worker = new Worker(new URL(`./worker${extname(import.meta.url)}`, import.meta.url), {
      workerData,
      // It keeps nothing for long; the default would let it gather tens of megabytes before it looks.
      resourceLimits: { maxYoungGenerationSizeMb: 4 },
    });
    const thread: Thread = { worker, batches: 0 };
    worker.on('message', (reply: ContentReply) => {
      if (reply.kind === 'done') thread.batches -= 1;
      this.#onReply(reply);
      this.#wake();
    });
    worker.on('error', (error: Error) => this.#fail(error));
    worker.on('exit', () => this.#fail(new Error('a thread that reads files ended')));
    return thread;
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    this.#wake();
  }

  #throwIfFailed(): void {
    if (this.#failure) throw this.#failure;
  }

  #change(signal?: AbortSignal): Promise<void> {
    return abortable(
      new Promise<void>((resolve) => {
        this.#wake = resolve;
      }),
      signal,
    );
  }
}
