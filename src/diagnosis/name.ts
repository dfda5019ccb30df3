import type { NamedCause } from '../kit/run-event.ts';
import type { Diagnosis, Ranked } from './diagnose.ts';
import { Seen } from './seen.ts';

/** Below it "more likely than not" would be a lie. */
const NAMED_FROM = 0.5;

/** The cause a person is told of: more likely than not, and with evidence that speaks for it; else undefined. */
export function nameOf(diagnosis: Diagnosis): NamedCause | undefined {
  const [first] = diagnosis.ranked;
  if (first === undefined || first.certainty < NAMED_FROM) return undefined;
  // That a remedy helped tells of a cause, but shows nothing of it.
  if (first.speakFor.every(({ kind }) => kind === 'remedy.tried')) return undefined;
  return inWords(first, diagnosis);
}

/** A ranked cause as people, JSON and the page see it, however likely it is. */
export function inWords({ cause, certainty, speakFor }: Ranked, diagnosis: Diagnosis): NamedCause {
  return {
    id: cause.id,
    requirements: cause.requirements,
    certainty: Math.round(certainty * 1000) / 1000,
    ...cause.tell(new Seen(diagnosis.evidence)),
    evidence: speakFor,
  };
}
