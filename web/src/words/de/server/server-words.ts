import { EARLIER_SAFE } from '../../../../../src/diagnosis/cause.ts';
import { Seen } from '../../../../../src/diagnosis/seen.ts';
import { type Evidence, type EvidenceKind, isEvidenceOf } from '../../../../../src/kit/evidence.ts';
import type { NamedCause } from '../../../../../src/kit/run-event.ts';
import type { PlannedMend } from '../../../../../src/server/contract/events.ts';
import type { Amounts } from '../../amounts.ts';
import { asItCame, type CauseTold, capital, type ServerWords } from '../../server-words.ts';
import { adviceInGerman } from './advice.ts';
import { appNames } from './app-names.ts';
import { causes } from './causes.ts';
import { verdictInGerman } from './cloud-verdict.ts';
import { evidence } from './evidence.ts';
import { findings } from './findings.ts';
import { installs } from './installs.ts';
import { problems } from './problems.ts';
import { remedies } from './remedies.ts';
import { repairInGerman } from './repairs.ts';
import { EARLIER_SAFE_GERMAN, NOTHING_CHANGED } from './safe.ts';
import { steps } from './steps.ts';
import { verifyFindingInGerman } from './verify-findings.ts';
import { watchInGerman } from './watch.ts';

/** The server's words in German, as far as the tables beside this file have them; the rest stays English, marked so. */
export function germanServerWords(amounts: Amounts): ServerWords {
  const english = asItCame('en');
  const cause: ServerWords['cause'] = (named) => {
    // An error that no cause explains is a problem like any other.
    const told = causes[named.id]?.(new Seen(named.evidence), amounts) ?? problemAsCause(named.id);
    if (told === undefined) return english.cause(named);
    // For a phone without an earlier backup the server leaves that sentence out.
    const safe = named.safe.includes(EARLIER_SAFE)
      ? told.safe
      : told.safe.replace(EARLIER_SAFE_GERMAN, '').trim() || NOTHING_CHANGED;
    return { told: { ...told, safe }, lang: undefined };
  };
  const tellCause = (named: NamedCause): CauseTold => cause(named).told;
  const app = (name: string): string => appNames[name] ?? name;
  const said = (sayings: PlannedMend['said']['finds']): string =>
    sayings.map((saying) => repairInGerman(saying, amounts)).join(' ');
  return {
    cause,
    verified: ({ finding, app: name }) =>
      verifyFindingInGerman(finding, name === null ? null : app(name), amounts),
    mend: ({ said: { finds, changes, loses } }) => ({
      finds: said(finds),
      changes: said(changes),
      loses: loses.length === 0 ? null : said(loses),
    }),
    beyond: ({ said: { finds, why, next } }) => said([...finds, why, next]),
    watch: ({ saying }) => watchInGerman(saying, amounts, tellCause),
    verdict: ({ story, cause: named }) => verdictInGerman(story, named && tellCause(named), amounts),
    advice: ({ about }) => adviceInGerman(about, amounts, tellCause),
    app,
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
    installing: (progress) => {
      const told = installs[progress.step];
      return told === undefined ? english.installing(progress) : { told, lang: undefined };
    },
    problem: (problem) => {
      const told = problems[problem.code];
      if (told === undefined) return english.problem(problem);
      // Where the page offers what to do itself, nobody needs to be told.
      return { told: problem.next === '' ? { ...told, next: '' } : told, lang: undefined };
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

function problemAsCause(code: string): CauseTold | undefined {
  const problem = problems[code];
  return problem && { sentence: problem.what, safe: problem.safe, next: problem.next };
}
