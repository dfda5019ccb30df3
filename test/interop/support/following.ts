import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';

/** A program that runs until it is told to stop, and what it has printed so far. */
export class Following implements AsyncDisposable {
  readonly #child: ChildProcessByStdio<null, Readable, Readable>;
  readonly #ended: Promise<number | null>;
  readonly #waiting = new Set<() => void>();
  #printed = '';

  constructor(program: string, args: readonly string[], address?: string) {
    // Into a pipe most programs print by the page; stdbuf (coreutils) has them print by the line.
    this.#child = spawn('stdbuf', ['-oL', program, ...args], {
      env: { ...process.env, TZ: 'UTC', ...(address !== undefined && { USBMUXD_SOCKET_ADDRESS: address }) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const take = (chunk: Buffer): void => {
      this.#printed += chunk.toString();
      for (const wake of this.#waiting) wake();
    };
    this.#child.stdout.on('data', take);
    this.#child.stderr.on('data', take);
    this.#ended = new Promise((resolve, reject) => {
      this.#child.once('error', reject).once('close', resolve);
    });
  }

  get printed(): string {
    return this.#printed;
  }

  /** Resolves with the match when the program has printed it; rejects after `limitSeconds`. */
  async until(pattern: RegExp, limitSeconds = 15): Promise<RegExpExecArray> {
    const { promise, resolve, reject } = Promise.withResolvers<RegExpExecArray>();
    const look = (): void => {
      const match = pattern.exec(this.#printed);
      if (match) resolve(match);
    };
    const missed = (): void => reject(new Error(`never printed ${pattern}; printed:\n${this.#printed}`));
    const limit = setTimeout(missed, limitSeconds * 1000);
    this.#waiting.add(look);
    this.#ended.then(missed, reject);
    look();
    return promise.finally(() => {
      clearTimeout(limit);
      this.#waiting.delete(look);
    });
  }

  /** Tells it to stop and resolves with its exit status; null when it ended by the signal. */
  async stop(signal: 'SIGTERM' | 'SIGINT' = 'SIGTERM'): Promise<number | null> {
    this.#child.kill(signal);
    return this.#ended;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#ended.catch(() => undefined);
  }
}
