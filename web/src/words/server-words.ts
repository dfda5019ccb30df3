import { evidenceInWords } from '../../../src/diagnosis/evidence-in-words.ts';
import type { Evidence } from '../../../src/kit/evidence.ts';
import type { NamedCause, RunFact } from '../../../src/kit/run-event.ts';
import type {
  BeyondMending,
  CheckFinding,
  PageEvent,
  PlannedMend,
  VerifyFinding,
} from '../../../src/server/contract/events.ts';
import type { AdviceCard, IcloudAnswer } from '../../../src/server/contract/icloud.ts';
import type { Problem } from '../../../src/server/contract/problem.ts';
import type { StepCard } from '../../../src/server/contract/steps.ts';

/** What somebody is told, and whether it had to stay English: then it is marked so for voices and translators. */
export interface Said<Told> {
  readonly told: Told;
  readonly lang: 'en' | undefined;
}

export interface CauseTold {
  readonly sentence: string;
  readonly safe: string;
  readonly next: string;
}
export interface StepTold {
  readonly sentence: string;
  readonly actions: readonly string[];
  readonly caption: string;
}
export interface ProblemTold {
  readonly what: string;
  readonly safe: string;
  readonly next: string;
}
export interface FindingTold {
  readonly sentence: string;
  readonly next: string | null;
}

export interface MendTold {
  readonly finds: string;
  readonly changes: string;
  readonly loses: string | null;
}
export interface AdviceTold {
  readonly sentence: string;
  readonly next: string;
}
export type RemedyProgress = Extract<RunFact, { readonly type: 'remedy.progress' }>;
export type WatchTold = Extract<PageEvent, { readonly type: 'watch.told' }>;
export type CloudVerdict = NonNullable<IcloudAnswer['verdict']>;

/** The server speaks English; this puts what it says into the page's language, by id and facts. */
export interface ServerWords {
  readonly cause: (cause: NamedCause) => Said<CauseTold>;
  readonly evidence: (evidence: Evidence) => Said<string>;
  readonly step: (step: StepCard) => Said<StepTold>;
  readonly remedy: (id: string, sentence: string) => Said<string>;
  readonly installing: (progress: RemedyProgress) => Said<string>;
  readonly problem: (problem: Problem) => Said<ProblemTold>;
  readonly finding: (finding: CheckFinding) => Said<FindingTold>;
  // What the server says out of a closed set has no gaps in any language: they would not compile.
  readonly verified: (finding: VerifyFinding) => string;
  readonly mend: (mend: PlannedMend) => MendTold;
  readonly beyond: (beyond: BeyondMending) => string;
  readonly watch: (told: WatchTold) => string;
  readonly verdict: (verdict: CloudVerdict) => string;
  readonly advice: (advice: AdviceCard) => AdviceTold;
  /** What iOS calls an app of its own. */
  readonly app: (name: string) => string;
}

/** As it came: for the English page, and where a translation is missing (`lang` then says so). */
export function asItCame(lang: 'en' | undefined): ServerWords {
  return {
    cause: (cause) => ({ told: cause, lang }),
    evidence: (evidence) => ({ told: capital(evidenceInWords(evidence)), lang }),
    step: (step) => ({
      told: { sentence: step.sentence, actions: step.actions, caption: step.drawing?.caption ?? '' },
      lang,
    }),
    remedy: (_id, sentence) => ({ told: sentence, lang }),
    installing: ({ sentence }) => ({ told: sentence, lang }),
    problem: (problem) => ({ told: problem, lang }),
    finding: (finding) => ({ told: finding, lang }),
    verified: ({ sentence }) => sentence,
    mend: (mend) => mend,
    beyond: ({ sentence }) => sentence,
    watch: ({ sentence }) => sentence,
    verdict: ({ paragraph }) => paragraph,
    advice: (advice) => advice,
    app: (name) => name,
  };
}

export const englishOnly: ServerWords = asItCame(undefined);

/** Evidence is worded as half a sentence; on the page it stands by itself. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
