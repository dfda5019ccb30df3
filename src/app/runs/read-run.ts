import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { ThawError } from '../../kit/errors.ts';
import type { RunEvent } from '../../kit/run-event.ts';
import { type RunFile, runFiles } from './run-files.ts';

const MAX_LINE_CHARACTERS = 1024 * 1024;

/** Reads a run's record; a line that was cut by a killed process, or that is none, is passed over. */
export async function readRun({ path }: RunFile): Promise<RunEvent[]> {
  const events: RunEvent[] = [];
  for await (const line of createInterface({
    input: createReadStream(path),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    const event = line.length <= MAX_LINE_CHARACTERS ? eventOf(line) : undefined;
    if (event) events.push(event);
  }
  return events;
}

/** The record of a run by its id or the beginning of it; the newest when none is named. Rejects with `run.unknown`. */
export async function findRun(run: string | undefined, folder?: string): Promise<RunFile> {
  const files = await runFiles(folder);
  const found = run === undefined ? files[0] : files.find((file) => file.run.startsWith(run));
  if (found) return found;
  throw new ThawError('run.unknown', 'there is no record of this run', {
    facts: { run, runs: files.length },
  });
}

function eventOf(line: string): RunEvent | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return isEvent(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** True for what a record of ours holds. It is our own, yet a file on a disk: every line must at least be an event. */
export function isEvent(value: unknown): value is RunEvent {
  if (typeof value !== 'object' || value === null) return false;
  if (!('type' in value && 'at' in value && 'run' in value)) return false;
  const { type, at, run } = value;
  return (
    typeof type === 'string' &&
    typeof at === 'string' &&
    typeof run === 'string' &&
    !Number.isNaN(Date.parse(at))
  );
}
