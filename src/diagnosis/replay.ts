import type { Evidence } from '../kit/evidence.ts';
import type { NamedCause, RunEvent } from '../kit/run-event.ts';
import { type Diagnosis, diagnose } from './diagnose.ts';
import { nameOf } from './name.ts';

/** What was known, and thought, when a piece of evidence had come in. */
export interface Moment {
  readonly evidence: Evidence;
  readonly diagnosis: Diagnosis;
  readonly named: NamedCause | undefined;
}

/**
 * Diagnoses a recorded run again, piece by piece: everything a diagnosis is made of is in the run's `evidence.found`
 * events. So a wrong name can be looked into afterwards, and a new cause tried on old runs.
 */
export function* replay(events: Iterable<RunEvent>): Generator<Moment, void, void> {
  const known: Evidence[] = [];
  for (const event of events) {
    if (event.type !== 'evidence.found') continue;
    known.push(event.evidence);
    const diagnosis = diagnose(known);
    yield { evidence: event.evidence, diagnosis, named: nameOf(diagnosis) };
  }
}
