import type { Situation } from '../situation.ts';

/** Remembers how things are when a step is asked for; what it gives then tells, again and again, whether it was done. */
export type Probe = (
  situation: Situation,
  signal: AbortSignal,
) => Promise<(signal: AbortSignal) => Promise<boolean> | boolean>;
