import { once } from 'node:events';
import { extname } from 'node:path';
import { MessageChannel, Worker } from 'node:worker_threads';
import { ThawError } from '../../kit/errors.ts';
import { abortable } from '../../kit/signals.ts';
import type { ArchiveRequest } from '../open-archive.ts';
import { END, type Question, type Reply } from './crossing.ts';
import type { FileToRead, QuestionKind, Questions } from './questions.ts';

/** A file of a backup, to be read once. */
export type BrowsedContents = FileToRead & { readonly pieces: AsyncIterable<Uint8Array> };

/**
 * A backup that is open to be looked through. The keys of an encrypted one are in its thread and nowhere else; releasing
 * it ends the thread and removes what had to be decrypted.
 */
export class BackupBrowser implements AsyncDisposable {
  readonly #worker: Worker;
  readonly #ended: Promise<never>;

  private constructor(request: ArchiveRequest) {
    // The same file as source and as built package.
    const file = new URL(`./worker${extname(import.meta.url)}`, import.meta.url);
    this.#worker = new Worker(file, { workerData: request });
    this.#ended = once(this.#worker, 'exit').then(() => {
      throw new ThawError('backup.shut', 'the backup was closed');
    });
    this.#ended.catch(() => {}); // whoever asks hears of it
  }

  /** Rejects as opening a backup does: `archive.password-needed`, `archive.wrong-password`, `archive.damaged` … */
  static async open(request: ArchiveRequest, signal: AbortSignal): Promise<BackupBrowser> {
    await using opening = new AsyncDisposableStack();
    const browser = opening.use(new BackupBrowser(request));
    await browser.ask('domains', {}, signal);
    opening.move();
    return browser;
  }

  /** Rejects with what reading a backup rejects with. */
  async ask<K extends QuestionKind>(
    kind: K,
    ask: Questions[K]['ask'],
    signal?: AbortSignal,
  ): Promise<Questions[K]['answer']> {
    const { port1, port2 } = new MessageChannel();
    const replied = new Promise<Reply<K>>((resolve) => {
      port1.once('message', (reply: Reply<K>) => resolve(reply));
    });
    this.#worker.postMessage({ kind, ask, port: port2 } satisfies Question<K>, [port2]);
    try {
      const reply = await abortable(Promise.race([replied, this.#ended]), signal);
      if (reply.ok) return reply.answer;
      throw new ThawError(reply.code, reply.message, { facts: reply.facts });
    } finally {
      port1.close();
    }
  }

  /** A file's contents; undefined when the backup has none of that id. Let `pieces` end, or return from it. */
  async read(fileId: string, signal?: AbortSignal): Promise<BrowsedContents | undefined> {
    const file = await this.ask('file', { fileId }, signal);
    return file === null ? undefined : { ...file, pieces: this.#pieces(file.reading, signal) };
  }

  async *#pieces(reading: number, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
    try {
      for (;;) {
        const piece = await this.ask('piece', { reading }, signal);
        if (piece === null) return;
        yield piece;
      }
    } finally {
      await this.ask('shut', { reading }).catch(() => {});
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#worker.postMessage(END);
    await this.#ended.catch(() => {});
  }
}
