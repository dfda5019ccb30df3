import type { Phase, RunEvent } from '../kit/run-event.ts';
import { norms as usual } from './norms.ts';
import type { Norms, PhaseNorm } from './sign.ts';

/** A silence that was twice as long as any before is worth a look. */
const MARGIN = 2;
/** With fewer good runs than this the limits grow, but never shrink. */
const ENOUGH_RUNS = 3;
/** Whatever was seen, no limit leaves this range around the usual one. */
const LEAST = 0.5;
const MOST = 8;

/** Limits for a phone whose earlier runs are known: only those that ended well tell what is normal. Each run whole and in order. */
export function learnNorms(runs: Iterable<readonly RunEvent[]>, base: Norms = usual): Norms {
  const longest = new Map<Phase, number>();
  let good = 0;
  for (const events of runs) {
    const end = events.at(-1);
    if (end?.type !== 'run.finished' || end.outcome !== 'verified') continue;
    good += 1;
    for (const [phase, seconds] of longestSilences(events))
      longest.set(phase, Math.max(longest.get(phase) ?? 0, seconds));
  }
  if (good === 0) return base;
  const learn = (phase: Phase): PhaseNorm => {
    const norm = base.phases[phase];
    const seconds = longest.get(phase);
    if (seconds === undefined) return norm;
    const fit = (limit: number): number => {
      const least = good < ENOUGH_RUNS ? limit : limit * LEAST;
      return Math.min(limit * MOST, Math.max(least, seconds * MARGIN));
    };
    return {
      ...norm,
      stuckAfterSeconds: fit(norm.stuckAfterSeconds),
      unheardAfterSeconds: fit(norm.unheardAfterSeconds),
    };
  };
  return {
    ...base,
    phases: {
      connecting: base.phases.connecting,
      'waiting-for-trust': base.phases['waiting-for-trust'],
      'waiting-for-passcode': base.phases['waiting-for-passcode'],
      preparing: learn('preparing'),
      sending: learn('sending'),
      finishing: learn('finishing'),
      verifying: learn('verifying'),
    },
  };
}

/** The longest time without anything strong in each phase; the time a person was waited for, or a link was away, is left out. */
function longestSilences(events: readonly RunEvent[]): ReadonlyMap<Phase, number> {
  const longest = new Map<Phase, number>();
  let phase: Phase | undefined;
  let last: number | undefined;
  for (const event of events) {
    const at = Date.parse(event.at);
    if (event.type === 'phone.asks' || event.type === 'link.lost' || event.type === 'stall.suspected') {
      last = undefined;
      continue;
    }
    if (event.type === 'phase.changed') {
      phase = event.phase;
      last = at;
      continue;
    }
    if (event.type !== 'progress' && event.type !== 'verify.progress') continue;
    if (phase !== undefined && last !== undefined)
      longest.set(phase, Math.max(longest.get(phase) ?? 0, (at - last) / 1000));
    last = at;
  }
  return longest;
}
