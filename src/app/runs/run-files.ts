import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ifThere } from '../places/if-there.ts';
import { stateFolder } from '../state-folder.ts';

/** The record of one run. */
export interface RunFile {
  readonly run: string;
  readonly path: string;
}

const NAME = /^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d_([0-9a-f-]{36})\.jsonl$/;

export function runsFolder(): string {
  return join(stateFolder(), 'runs');
}

/** Where what the page does beside backups is recorded: nothing is learned from it, and it has no report. */
export function worksFolder(): string {
  return join(stateFolder(), 'works');
}

/** The runs there is a record of, newest first. */
export async function runFiles(folder = runsFolder()): Promise<RunFile[]> {
  const names = (await ifThere(folder, () => readdir(folder))) ?? [];
  return names
    .sort()
    .reverse()
    .flatMap((name) => {
      const run = NAME.exec(name)?.[1];
      return run === undefined ? [] : [{ run, path: join(folder, name) }];
    });
}
