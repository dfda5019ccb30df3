import { extname } from 'node:path';
import { type Transferable, Worker } from 'node:worker_threads';
import { VaultError } from '../errors.ts';
import type { DiskReply, DiskRequest, DiskVerb, DiskWork } from './work.ts';

/**
 * A second thread for the disk. Making a file takes the system some 30 µs in synchronous calls and several times that
 * in asynchronous ones; there it costs the thread that talks to the phone 2 µs. Work is done strictly in the order
 * it was asked for, which the overlay's log relies on.
 */
export class DiskThread implements AsyncDisposable {
  // The same file as source and as built package.
  readonly #worker = new Worker(new URL(`./worker${extname(import.meta.url)}`, import.meta.url), {
    // It keeps nothing for long; the default would let it gather tens of megabytes before it looks.
    resourceLimits: { maxYoungGenerationSizeMb: 4 },
  });
  readonly #waiting: { answer: (reply: DiskReply) => void; fail: (error: Error) => void }[] = [];
  #ended: Error | undefined;

  constructor() {
    this.#worker.on('message', (reply: DiskReply) => this.#waiting.shift()?.answer(reply));
    this.#worker.on('error', (error: Error) => this.#end(error));
    this.#worker.on('exit', () => this.#end(new Error('the disk thread ended')));
  }

  /** Work asked for and not answered yet. */
  get queued(): number {
    return this.#waiting.length;
  }

  /** Does one thing after all that was asked for before; rejects with the system's code. `transfer`: memory given away. */
  async run<V extends DiskVerb>(
    verb: V,
    task: DiskWork[V]['task'],
    transfer: readonly Transferable[] = [],
  ): Promise<DiskWork[V]['result']> {
    const reply = await this.#ask({ verb, task }, transfer);
    if (reply.verb === 'refused') throw new VaultError(reply.code, reply.message, { facts: reply.facts });
    if (reply.verb === 'failed') throw Object.assign(new Error(reply.message), { code: reply.code });
    if (!answers(reply, verb)) throw new Error(`the disk thread answered ${reply.verb} to ${verb}`);
    return reply.result;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#worker.terminate();
  }

  #ask(
    request: { verb: DiskVerb; task: DiskRequest['task'] },
    transfer: readonly Transferable[],
  ): Promise<DiskReply> {
    return new Promise((resolve, reject) => {
      if (this.#ended) {
        reject(this.#ended);
        return;
      }
      this.#waiting.push({ answer: resolve, fail: reject });
      this.#worker.postMessage(request, transfer);
    });
  }

  #end(error: Error): void {
    this.#ended ??= error;
    for (const { fail } of this.#waiting.splice(0)) fail(this.#ended);
  }
}

function answers<V extends DiskVerb>(
  reply: DiskReply,
  verb: V,
): reply is DiskReply & { verb: V; result: DiskWork[V]['result'] } {
  return reply.verb === verb;
}
