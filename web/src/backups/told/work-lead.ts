import type { Outcome } from '../../../../src/kit/run-event.ts';
import type { Question, RunKind } from '../../../../src/server/contract/runs.ts';
import type { Words } from '../../words/en.ts';

const WORKS = ['check', 'verify', 'repair', 'extract', 'watch', 'password', 'bring-back'] as const;
/** Runs that save no phone and change nothing on one but its password: they tell of themselves. */
export type WorkKind = (typeof WORKS)[number] & RunKind;

export function isWork(kind: RunKind | null): kind is WorkKind {
  return WORKS.some((work) => work === kind);
}

/** The sentence for the end of such a run; undefined where its cause says more. */
export function workEnd(kind: WorkKind, outcome: Outcome, { lead }: Words['told']): string | undefined {
  if (outcome === 'cancelled') return lead.cancelled;
  if (outcome === 'verified' || outcome === 'finished') return lead.done[kind];
  if (kind === 'verify') return lead.damaged;
  return kind === 'repair' && outcome === 'needs-person' ? lead.beyond : undefined;
}

/** What is asked of the person, and what it means. */
export function questionLead(
  { about, typed }: Question,
  { lead, consent }: Words['told'],
): { readonly sentence: string; readonly about: string } {
  switch (about) {
    case 'repair':
      return { sentence: lead.repair, about: '' };
    case 'password':
      return { sentence: lead.password, about: '' };
    case 'overwrite-phone':
    case 'replace-phone':
      return { sentence: lead.overwrite(typed ?? ''), about: consent[about] };
    default:
      return { sentence: consent[about].sentence, about: consent[about].about };
  }
}
