import type { Phase } from '../kit/run-event.ts';

/** How far a run has come; only what is new counts, so that a loop is not taken for headway. */
export interface Place {
  readonly phase: Phase;
  /** Received in all, with what earlier attempts had received. */
  readonly bytes: number;
}

const ORDER: Readonly<Record<Phase, number>> = {
  connecting: 0,
  'waiting-for-trust': 0,
  'waiting-for-passcode': 1,
  preparing: 1,
  sending: 2,
  finishing: 3,
  verifying: 4,
};

/** Less is no headway: the file in hand is sent again after each cut. */
const NOTICEABLE_BYTES = 64 * 1024;

/** True when `now` is further than `then`. */
export function isFurther(now: Place, then: Place): boolean {
  const steps = ORDER[now.phase] - ORDER[then.phase];
  return steps === 0 ? now.bytes > then.bytes + NOTICEABLE_BYTES : steps > 0;
}
