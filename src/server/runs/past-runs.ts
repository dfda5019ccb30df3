import { basename } from 'node:path';
import { isAtWork } from '../../app/runs/is-at-work.ts';
import { readRun } from '../../app/runs/read-run.ts';
import { type RunFile, runFiles, worksFolder } from '../../app/runs/run-files.ts';
import type { PageEvent, RunHappening } from '../contract/events.ts';
import type { RunSummary } from '../contract/runs.ts';
import { advance, atFirst, type Standing } from './standing.ts';
import { summaryOf } from './summary.ts';

/** As many as a person looks back on. */
const MOST_LISTED = 30;

/** The events of a recorded run, numbered as they were told; those of the command line by their place. */
export async function eventsOf(file: RunFile): Promise<readonly PageEvent[]> {
  const lines: readonly RunHappening[] = await readRun(file);
  return lines.map((event, index) => ({ ...event, number: numberOf(event) ?? index + 1 }));
}

interface Known {
  readonly standing: Standing;
  readonly lastEvent: number;
  /** When it last said something. */
  readonly heard: string;
}

/** Runs of earlier servers and of the command line, newest first; those in `but` are left out. */
export class PastRuns {
  readonly #idOf: (path: string) => string;
  readonly #read = new Map<string, Known>();

  constructor(idOf: (path: string) => string) {
    this.#idOf = idOf;
  }

  async list(but: ReadonlySet<string>): Promise<readonly RunSummary[]> {
    const files = (await recordedRuns()).filter(({ run }) => !but.has(run)).slice(0, MOST_LISTED);
    return await Promise.all(files.map((file) => this.#summary(file)));
  }

  async find(run: string): Promise<{ readonly file: RunFile; readonly summary: RunSummary } | undefined> {
    const file = (await recordedRuns()).find((each) => each.run === run);
    return file && { file, summary: await this.#summary(file) };
  }

  async #summary(file: RecordedFile): Promise<RunSummary> {
    const { standing, lastEvent, heard } = this.#read.get(file.run) ?? (await this.#standing(file));
    const parts = { run: file.run, lastEvent, hasReport: file.hasReport, idOf: this.#idOf };
    if (standing.ended !== null) return summaryOf(standing, { ...parts, state: 'finished' });
    const alive = await isAtWork(standing.destination, heard);
    return summaryOf(standing, { ...parts, state: alive ? 'running' : 'interrupted' });
  }

  async #standing(file: RunFile): Promise<Known> {
    const events = await eventsOf(file);
    const [first, last] = [events[0], events.at(-1)];
    const began = first?.at ?? new Date(0).toISOString();
    const standing = events.reduce(advance, atFirst(began));
    const known = { standing, lastEvent: last?.number ?? 0, heard: last?.at ?? began };
    // What goes on elsewhere is read anew each time.
    if (known.standing.ended !== null) this.#read.set(file.run, known);
    return known;
  }
}

interface RecordedFile extends RunFile {
  readonly hasReport: boolean;
}

/** Of both folders, newest first: their names begin with the time. */
async function recordedRuns(): Promise<readonly RecordedFile[]> {
  const [runs, works] = await Promise.all([runFiles(), runFiles(worksFolder())]);
  const files = [
    ...runs.map((file) => ({ ...file, hasReport: true })),
    ...works.map((file) => ({ ...file, hasReport: false })),
  ];
  return files.sort((one, other) => (basename(one.path) < basename(other.path) ? 1 : -1));
}

function numberOf(event: RunHappening): number | undefined {
  return 'number' in event && typeof event.number === 'number' ? event.number : undefined;
}
