import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunEvent } from '../../kit/run-event.ts';
import { pruneRuns } from './prune-runs.ts';
import { runsFolder } from './run-files.ts';

const FOLDER_MODE = 0o700;
const FILE_MODE = 0o600;
/** A line of progress or of verifying every so often tells the rate as well as four a second, in a file a person can send. */
const PROGRESS_EVERY_MS = 5000;
/** A run that says more than this has gone wild; its end is still written. */
const MAX_RUN_BYTES = 20 * 1024 * 1024;

/**
 * The events as they are, each also written to the run's own file in the state folder. A record that cannot be kept is
 * given up: no run fails for it.
 */
export async function* recorded(events: AsyncIterable<RunEvent>): AsyncGenerator<RunEvent, void, undefined> {
  await using recorder = new Recorder();
  for await (const event of events) {
    await recorder.record(event);
    yield event;
  }
}

/** What a record is made of: events of a run, and what the page's server says of it beside. */
export type Recordable = Pick<RunEvent, 'at' | 'run'> & { readonly type: string };

/** Writes events to a run's own file in the state folder, one after the other: each write is to be waited for. */
export class Recorder implements AsyncDisposable {
  readonly #folder: string;
  #file: FileHandle | undefined;
  #givenUp = false;
  #bytes = 0;
  #progressAt = 0;
  #heldBack: Recordable | undefined;

  constructor(folder = runsFolder()) {
    this.#folder = folder;
  }

  async record(event: Recordable): Promise<void> {
    if (this.#givenUp) return;
    if (isProgress(event) && Date.parse(event.at) - this.#progressAt < PROGRESS_EVERY_MS) {
      this.#heldBack = event;
      return;
    }
    // How far it was when something else happened is worth a line.
    if (this.#heldBack && !isProgress(event)) await this.#write(this.#heldBack);
    this.#heldBack = undefined;
    if (isProgress(event)) this.#progressAt = Date.parse(event.at);
    await this.#write(event);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#file?.close().catch(() => undefined);
  }

  async #write(event: Recordable): Promise<void> {
    if (this.#bytes > MAX_RUN_BYTES && event.type !== 'run.finished') return;
    try {
      this.#file ??= await this.#begin(event);
      const line = `${JSON.stringify(event)}\n`;
      this.#bytes += line.length;
      await this.#file.appendFile(line);
    } catch {
      this.#givenUp = true;
    }
  }

  async #begin({ at, run }: Recordable): Promise<FileHandle> {
    await mkdir(this.#folder, { recursive: true, mode: FOLDER_MODE });
    await pruneRuns(this.#folder);
    // Sorted by name they are in the order of time.
    const name = `${at.slice(0, 19).replaceAll(':', '-')}_${run}.jsonl`;
    return await open(join(this.#folder, name), 'a', FILE_MODE);
  }
}

function isProgress({ type }: Recordable): boolean {
  return type === 'progress' || type === 'verify.progress' || type === 'work.progress';
}
