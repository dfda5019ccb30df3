import type { Bench } from './bench.ts';

/** What a repair found and would do, in words for the person who decides. */
export interface Mend {
  readonly kind: 'mend';
  /** Of the repair. */
  readonly id: string;
  readonly finds: string;
  readonly changes: string;
  /** Undefined when nothing is lost. */
  readonly loses?: string;
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

/** A number of things in words. */
export function counted(count: number, what: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? what : many(what)}`;
}

/** The verb that goes with it. */
export function verb(count: number, one: string, more: string): string {
  return count === 1 ? one : more;
}

function many(what: string): string {
  return what.endsWith('y') ? `${what.slice(0, -1)}ies` : `${what}s`;
}
