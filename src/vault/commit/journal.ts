import { readFileSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { systemCodeOf } from '../../kit/errors.ts';
import { isList } from '../../kit/is-list.ts';
import { syncToDisk, writeSynced } from '../disk/sync.ts';
import { COMMIT } from '../layout.ts';
import { decodeFrames, encodeFrames } from '../record-log.ts';
import { parseStep, type Step } from './step.ts';

export interface CommitHeader {
  /** The generation that is superseded; undefined for a first backup. */
  readonly previous: number | undefined;
  readonly next: number;
  /** What Status.plist may be while this commit is on its way, as SHA-256: anything else is another program's work. */
  readonly statuses: readonly string[];
}

export interface Journal {
  readonly header: CommitHeader;
  readonly steps: readonly Step[];
}

/** Without this last record a journal was cut while it was written, and nothing has been done. */
const END = 'end';

export function encodeJournal({ header: { previous, next, statuses }, steps }: Journal): Buffer {
  return Buffer.concat([...encodeFrames([[previous ?? 0, next, statuses], ...steps, END])]);
}

/** Writes a journal so that it is on the disk whole, or not at all: once it is there the commit will happen. */
export function writeJournal(folder: string, journal: Uint8Array): void {
  const draft = join(folder, `${COMMIT.journal}.draft`);
  writeSynced(draft, journal);
  renameSync(draft, join(folder, COMMIT.journal));
  syncToDisk(folder);
  syncToDisk(dirname(folder));
}

/** The journal of a commit; undefined when there is none, or not a whole one. */
export function readJournal(folder: string): Journal | undefined {
  const bytes = contentsOf(join(folder, COMMIT.journal));
  if (!bytes) return undefined;
  const records = [...decodeFrames(bytes)].flatMap((frame) => frame.records);
  const header = parseHeader(records[0]);
  if (records.pop() !== END || !header) return undefined;
  const steps: Step[] = [];
  for (const record of records.slice(1)) {
    const step = parseStep(record);
    if (!step) return undefined;
    steps.push(step);
  }
  return { header, steps };
}

function parseHeader(value: unknown): CommitHeader | undefined {
  if (!isList(value)) return undefined;
  const [previous, next, statuses] = value;
  if (typeof previous !== 'number' || typeof next !== 'number' || !isList(statuses)) return undefined;
  return { previous: previous === 0 ? undefined : previous, next, statuses: statuses.map(String) };
}

function contentsOf(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (thrown) {
    if (systemCodeOf(thrown) === 'ENOENT') return undefined;
    throw thrown;
  }
}
