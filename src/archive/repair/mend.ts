import type { Bench } from './bench.ts';
import { repairInWords } from './repair-words.ts';
import type { BeyondSaid, MendSaid, RepairSaying } from './saying.ts';

/** What a repair found and would do, in words for the person who decides. */
export interface Mend {
  readonly kind: 'mend';
  /** Of the repair. */
  readonly id: string;
  readonly finds: string;
  readonly changes: string;
  /** Undefined when nothing is lost. */
  readonly loses?: string;
  /** The same for other languages. */
  readonly said: MendSaid;
  /** The files this is about, as `domain path`. */
  readonly files?: readonly string[];
}

/** What a repair found and cannot put right. */
export interface Beyond {
  readonly kind: 'beyond';
  readonly id: string;
  readonly finds: string;
  readonly why: string;
  readonly next: string;
  /** The same for other languages. */
  readonly said: BeyondSaid;
  /** Without it the folder is no backup at all: then nothing is repaired. */
  readonly fatal: boolean;
}

/**
 * One narrow repair. It looks at the backup as the repairs before it leave it, and makes its changes in the bench's
 * draft: nothing on the disk changes before the person has agreed to all of them.
 */
export interface Repair {
  readonly id: string;
  mend(bench: Bench): Promise<readonly (Mend | Beyond)[]>;
}

/** A mend with its words. */
export function mendOf(id: string, said: MendSaid, files?: readonly string[]): Mend {
  return {
    kind: 'mend',
    id,
    finds: inWords(said.finds),
    changes: inWords(said.changes),
    ...(said.loses.length > 0 && { loses: inWords(said.loses) }),
    said,
    ...(files && { files }),
  };
}

/** What cannot be put right, with its words. */
export function beyondOf(id: string, said: BeyondSaid, fatal: boolean): Beyond {
  const [why, next] = [repairInWords(said.why), repairInWords(said.next)];
  return { kind: 'beyond', id, finds: inWords(said.finds), why, next, said, fatal };
}

function inWords(sayings: readonly RepairSaying[]): string {
  return sayings.map(repairInWords).join(' ');
}
