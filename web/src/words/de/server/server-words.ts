import { EARLIER_SAFE } from '../../../../../src/diagnosis/cause.ts';
import { Seen } from '../../../../../src/diagnosis/seen.ts';
import { type Evidence, type EvidenceKind, isEvidenceOf } from '../../../../../src/kit/evidence.ts';
import type { Amounts } from '../../amounts.ts';
import { asItCame, capital, type ServerWords } from '../../server-words.ts';
import { causes } from './causes.ts';
import { evidence } from './evidence.ts';
import { findings } from './findings.ts';
import { problems } from './problems.ts';
import { remedies } from './remedies.ts';
import { EARLIER_SAFE_GERMAN, NOTHING_CHANGED } from './safe.ts';
import { steps } from './steps.ts';

/** The server's words in German, as far as the tables beside this file have them; the rest stays English, marked so. */
export function germanServerWords(amounts: Amounts): ServerWords {
  const english = asItCame('en');
  return {
    cause: (cause) => {
      const told = causes[cause.id]?.(new Seen(cause.evidence), amounts);
      if (told === undefined) return english.cause(cause);
      // For a phone without an earlier backup the server leaves that sentence out.
      const safe = cause.safe.includes(EARLIER_SAFE)
        ? told.safe
        : told.safe.replace(EARLIER_SAFE_GERMAN, '').trim() || NOTHING_CHANGED;
      return { told: { ...told, safe }, lang: undefined };
    },
    evidence: (one) => {
      const told = evidenceInGerman(one, amounts);
      return told === undefined ? english.evidence(one) : { told: capital(told), lang: undefined };
    },
    step: (step) => {
      const words = steps[step.id];
      if (words === undefined) return english.step(step);
      const model = { buttons: step.buttons, face: step.family, connector: step.connector };
      const told = {
        sentence: words.sentence(step.facts ?? {}),
        actions: words.actions(model, step.facts ?? {}),
        caption: words.caption,
      };
      return { told, lang: undefined };
    },
    remedy: (id, sentence) => {
      // A remedy that is a guided step is told by that step.
      const told = remedies[id] ?? steps[id]?.sentence({});
      return told === undefined ? english.remedy(id, sentence) : { told, lang: undefined };
    },
    problem: (problem) => {
      const told = problems[problem.code];
      return told === undefined ? english.problem(problem) : { told, lang: undefined };
    },
    finding: (finding) => {
      const told = findings[finding.id]?.[finding.standing];
      return told === undefined ? english.finding(finding) : { told, lang: undefined };
    },
  };
}

function evidenceInGerman(one: Evidence, amounts: Amounts): string | undefined {
  return clauseOf(one.kind, one, amounts);
}

function clauseOf<Kind extends EvidenceKind>(
  kind: Kind,
  one: Evidence,
  amounts: Amounts,
): string | undefined {
  return isEvidenceOf(one, kind) ? evidence[kind]?.(one.facts, amounts) : undefined;
}
