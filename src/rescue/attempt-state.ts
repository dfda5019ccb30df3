import type { Phase } from '../kit/run-event.ts';
import type { Place } from './advance.ts';

/** How far the attempt in hand is. Each begins with a new one. */
export interface AttemptState {
  /** The first of a run is 1; 0 before. */
  readonly number: number;
  readonly beganTicks: number;
  phase: Phase;
  bytes: number;
  /** The phone's own figure. */
  percent: number;
  /** What it found of earlier ones. */
  resumedBytes: number;
}

export function newAttempt(number: number, beganTicks: number): AttemptState {
  return { number, beganTicks, phase: 'connecting', bytes: 0, percent: 0, resumedBytes: 0 };
}

export function placeOf({ phase, resumedBytes, bytes }: AttemptState): Place {
  return { phase, bytes: resumedBytes + bytes };
}
