import type { RiskClass } from '../kit/evidence.ts';
import type { Situation } from './situation.ts';

/** How far Thaw goes: alone, by one touch of the phone, by steps for a person, or only by saying so. */
export type Reach = 'auto' | 'tap' | 'guide' | 'advise';

/** `done`: as intended; whether it helped, the next attempt shows. `not-done`: the person did not do the asked thing. */
export type Applied = 'done' | 'failed' | 'not-done';

export interface Cost {
  /** Mostly, in all. */
  readonly seconds: number;
  /** To the person: 0 nothing, 1 a touch, 3 a walk to the drawer with the cables, 10 an evening. */
  readonly trouble: number;
}

/** Something that can be tried when a backup is stuck. A new one is a file here and a line in remedies.ts. */
export interface Remedy {
  readonly id: string;
  /** Row ids of docs/requirements.md. */
  readonly requirements: readonly string[];
  readonly risk: RiskClass;
  readonly reach: Reach;
  /** It works while the attempt goes on; others wait until that has ended. */
  readonly beside?: true;
  /** Done, what it is for was seen to be gone: the phone is unlocked, the disk has room. */
  readonly seesEnd?: true;
  /** By cause id, the chance that it cures, 0…1. */
  readonly cures: Readonly<Record<string, number>>;
  readonly cost: Cost;
  /** How often it is worth trying in a run without the run getting any further. */
  readonly tries: number;
  /** What is being done, in words. */
  readonly sentence: (situation: Situation) => string;
  /** False where it makes no sense now; costs nothing to ask. */
  readonly may?: (situation: Situation) => boolean;
  /** Tries it. A throw counts as `failed`; an abort passes through. */
  readonly apply: (situation: Situation, signal: AbortSignal) => Promise<Applied>;
}
