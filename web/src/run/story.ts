import type { Evidence } from '../../../src/kit/evidence.ts';
import type { NamedCause, Phase, RunEvent, SkippedFile } from '../../../src/kit/run-event.ts';
import type { CheckFinding, PageEvent, ServerFact } from '../../../src/server/contract/events.ts';
import type { Question, RunAgain, RunKind } from '../../../src/server/contract/runs.ts';
import { type Carried, carriedIn, keptOf, nothingCarried } from './carried.ts';
import { noRates, type Rates, ratesWith } from './rates.ts';

type Of<Type extends string> = Extract<RunEvent | ServerFact, { type: Type }>;

/** What a person is waited for. */
export type Wanted =
  | { readonly by: 'phone'; readonly what: Of<'phone.asks'>['what']; readonly until: number | null }
  | { readonly by: 'thaw'; readonly step: Of<'person.needed'>; readonly until: number | null };

/** A run as far as its events tell, put together one event at a time. Times are milliseconds since 1970. */
export interface Story {
  readonly kind: RunKind | null;
  readonly phone: Of<'run.opened'>['phone'];
  readonly again: RunAgain | null;
  readonly began: number | null;
  /** Of the newest event. */
  readonly at: number | null;
  /** When something last arrived or was looked at. */
  readonly movedAt: number | null;
  readonly destination: string | null;
  readonly phase: Phase | null;
  /** What earlier attempts of this run brought, and is kept. */
  readonly before: Carried;
  /** Of this attempt alone; until the next one knows what is kept, that of the last. */
  readonly progress: Of<'progress'> | null;
  readonly verify: Of<'verify.progress'> | null;
  readonly work: Of<'work.progress'> | null;
  readonly wanted: Wanted | null;
  readonly linkLost: boolean;
  readonly stall: Of<'stall.suspected'> | null;
  /** Named and not yet got over. */
  readonly cause: NamedCause | null;
  readonly remedy: Of<'remedy.started'> | null;
  /** How far the remedy is, where it takes long. */
  readonly installing: Of<'remedy.progress'> | null;
  /** How many remedies helped. */
  readonly helped: number;
  readonly evidence: readonly Evidence[];
  readonly question: Question | null;
  readonly skipped: readonly SkippedFile[];
  readonly findings: readonly CheckFinding[];
  readonly clear: boolean | null;
  readonly end: Of<'run.finished'> | null;
  readonly rates: Rates;
}

export const noStory: Story = {
  kind: null,
  phone: null,
  again: null,
  began: null,
  at: null,
  movedAt: null,
  destination: null,
  phase: null,
  before: nothingCarried,
  progress: null,
  verify: null,
  work: null,
  wanted: null,
  linkLost: false,
  stall: null,
  cause: null,
  remedy: null,
  installing: null,
  helped: 0,
  evidence: [],
  question: null,
  skipped: [],
  findings: [],
  clear: null,
  end: null,
  rates: noRates,
};

/** The story with one more event. */
export function storyWith(story: Story, event: PageEvent): Story {
  const at = Date.parse(event.at);
  const timed = { ...story, at, began: story.began ?? at, rates: ratesWith(story.rates, event, at) };
  return { ...timed, ...changesBy(timed, event, at) };
}

/** Data that moves again has outlived whatever was the matter. */
const MOVES: Partial<Story> = { wanted: null, linkLost: false, stall: null, cause: null, remedy: null };

function changesBy(story: Story, event: PageEvent, at: number): Partial<Story> {
  switch (event.type) {
    case 'run.opened':
      return { kind: event.kind, phone: event.phone, again: event.again };
    case 'run.started':
      return { destination: event.destination };
    case 'note':
      return event.code === 'resumed' ? resumed(story, Number(event.facts['bytes'])) : {};
    case 'phase.changed':
      return entered(story, event.phase, at);
    case 'progress':
      return progressed(story, event, at);
    case 'verify.progress':
      return { ...MOVES, verify: event, movedAt: at };
    case 'work.progress':
      return { ...MOVES, work: event, movedAt: at };
    case 'phone.asks':
      return { wanted: { by: 'phone', what: event.what, until: untilOf(event, at) } };
    case 'phone.answered':
      return { wanted: null };
    case 'person.needed':
      return { wanted: { by: 'thaw', step: event, until: untilOf(event, at) } };
    case 'link.lost':
      return { linkLost: true };
    case 'link.back':
      return { linkLost: false };
    case 'stall.suspected':
      return { stall: event };
    case 'stall.cleared':
      return { stall: null };
    case 'evidence.found':
      return { evidence: [...story.evidence, event.evidence] };
    case 'cause.named':
      return { cause: event.cause };
    case 'remedy.started':
      return { remedy: event, installing: null };
    case 'remedy.progress':
      return { installing: event, movedAt: at };
    case 'remedy.finished':
      return {
        ...{ remedy: null, installing: null },
        wanted: story.wanted?.by === 'thaw' ? null : story.wanted,
        helped: story.helped + (event.result === 'helped' ? 1 : 0),
      };
    case 'file.skipped':
      return { skipped: [...story.skipped, event.file] };
    case 'question.asked':
      return { question: event.question };
    case 'question.closed':
      return { question: null };
    case 'check.found':
      return { findings: [...story.findings.filter(({ id }) => id !== event.finding.id), event.finding] };
    case 'check.finished':
      return { clear: event.clear };
    case 'run.finished':
      return { end: event, wanted: null, linkLost: false, stall: null, remedy: null, question: null };
    default:
      return {};
  }
}

const MOVING: ReadonlySet<Phase> = new Set(['sending', 'finishing', 'verifying']);

function entered(story: Story, phase: Phase, at: number): Partial<Story> {
  return {
    ...{ phase, linkLost: false, movedAt: at },
    ...(MOVING.has(phase) && MOVES),
    // An attempt that says nothing of what is kept begins anew.
    ...(phase === 'preparing' && story.progress !== null && { before: nothingCarried, progress: null }),
  };
}

function resumed(story: Story, keptBytes: number): Partial<Story> {
  return { before: keptOf(carriedIn(story.before, story.progress), keptBytes), progress: null };
}

function progressed(story: Story, event: Of<'progress'>, at: number): Partial<Story> {
  const last = story.progress;
  const moved = event.bytes !== last?.bytes || event.files !== last.files;
  // The phone's own figure may go back; what it sent is here all the same.
  const progress = { ...event, percent: Math.max(event.percent, last?.percent ?? 0) };
  return { progress, ...(moved && { movedAt: at, ...(event.bytes > 0 && MOVES) }) };
}

function untilOf(event: { readonly secondsLeft?: number }, at: number): number | null {
  return event.secondsLeft === undefined ? null : at + event.secondsLeft * 1000;
}
