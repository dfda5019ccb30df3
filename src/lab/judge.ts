import { type RiskClass, riskClasses } from '../kit/evidence.ts';
import type { Scenario } from '../virtual/scenario.ts';
import type { ClientName, LabOutcome } from './client.ts';
import type { ToldCause, ToldEvent } from './event.ts';
import type { Timeline } from './timeline.ts';

/** What the lab found on the disk and on the phone after the run, by looking itself. */
export interface Found {
  readonly outcome: LabOutcome;
  readonly previous: 'intact' | 'none' | 'damaged';
  /** The backup holds what the phone holds, byte for byte. */
  readonly holdsEverything: boolean;
  /** Settings of the phone that are not as they were. */
  readonly changedSettings: readonly string[];
  /** Undefined: was not tried. */
  readonly restored?: boolean;
  readonly words?: string;
}

/** A line of the rescue table; `thaw lab --json` prints it. Seconds are the scenario's. */
export interface LabResult {
  readonly scenario: string;
  readonly client: ClientName;
  readonly outcome: LabOutcome | 'skipped';
  /** The first that was named. */
  readonly cause: ToldCause | null;
  readonly secondsToName: number | null;
  /** The same, from when anybody could know. */
  readonly secondsFromEvidence: number | null;
  readonly remedies: readonly { readonly id: string; readonly result: string }[];
  readonly riskiest: RiskClass | null;
  readonly asked: readonly string[];
  readonly alarms: number;
  readonly previous: Found['previous'];
  readonly verified: boolean;
  readonly asExpected: boolean;
  /** What was not as expected, or why it was skipped. */
  readonly because: readonly string[];
  readonly seconds: number;
}

/** Holds what was told and what was found against what the scenario expects. */
export function judge(client: ClientName, scenario: Scenario, timeline: Timeline, found: Found): LabResult {
  const story = readStory(scenario, timeline);
  const { expect } = scenario;
  const because = [
    ...always(story, found),
    ...(expect && client === 'thaw' ? unmet(scenario, story, found) : []),
  ];
  if (client !== 'thaw' && expect?.outcome && expect.outcome !== found.outcome)
    because.push(`${found.outcome} instead of ${expect.outcome}`);
  return {
    scenario: scenario.name,
    client,
    outcome: found.outcome,
    cause: story.causes[0] ?? (found.words ? messageOnly(found.words) : null),
    secondsToName: rounded(story.secondsToName),
    secondsFromEvidence: rounded(story.secondsFromEvidence),
    remedies: story.remedies,
    riskiest: story.riskiest,
    asked: story.asked,
    alarms: story.alarms,
    previous: found.previous,
    verified: found.outcome === 'verified' && found.holdsEverything,
    asExpected: because.length === 0,
    because,
    seconds: rounded(timeline.seconds) ?? 0,
  };
}

/** Whether the first cause named is the one it was; undefined where none is expected. */
export function isFirstGuessRight({ expect }: Scenario, { cause }: LabResult): boolean | undefined {
  if (!expect?.cause) return undefined;
  return cause !== null && matches(cause, expect.cause);
}

interface Story {
  readonly causes: readonly ToldCause[];
  readonly secondsToName: number | null;
  readonly secondsFromEvidence: number | null;
  readonly remedies: readonly { readonly id: string; readonly result: string }[];
  readonly riskiest: RiskClass | null;
  readonly asked: readonly string[];
  readonly alarms: number;
  readonly skipped: number;
}

/** An owner who lets a question stand for so long is a trouble of its own, from the start. */
const LATE_SECONDS = 20;

function readStory({ healthy, expect, owner }: Scenario, { told, struck }: Timeline): Story {
  const began = told[0]?.at ?? 0;
  const namings = told.flatMap(({ at, event }) =>
    event.type === 'cause.named' ? [{ at, cause: event.cause }] : [],
  );
  const [first] = namings;
  const strikes = struck.map(({ at }) => Math.max(at, began));
  const before = first && strikes.filter((at) => at <= first.at);
  const secondsToName = first && before ? first.at - (before.at(-1) ?? began) : null;
  const isLate = owner.some(({ when, after }) => when.endsWith('-prompt') && after >= LATE_SECONDS);
  const [firstStrike = began] = isLate ? [] : strikes;
  const firstTrouble = healthy ? Number.POSITIVE_INFINITY : firstStrike;
  const risks = told.flatMap(({ event }) => (event.type === 'remedy.started' ? [event.risk] : []));
  const ends = told.flatMap(({ event }) => (event.type === 'run.finished' ? [event] : []));
  return {
    causes: namings.map(({ cause }) => cause),
    secondsToName,
    secondsFromEvidence:
      secondsToName === null ? null : Math.max(0, secondsToName - (expect?.evidenceAfter ?? 0)),
    remedies: ends.flatMap(({ remedies }) => remedies),
    riskiest: riskClasses.findLast((risk) => risks.includes(risk)) ?? null,
    asked: told.flatMap(({ event }) => (event.type === 'person.needed' ? [event.step] : [])),
    alarms: told.filter(({ at, event }) => at < firstTrouble && isAlarm(event, expect?.cause ?? [])).length,
    skipped: ends.at(-1)?.skipped.length ?? 0,
  };
}

/** `expected`: what is wrong from the start, before anything strikes. */
function isAlarm(event: ToldEvent, expected: string | readonly string[]): boolean {
  if (event.type === 'cause.named') return !matches(event.cause, expected);
  return event.type === 'other' && event.name === 'stall.suspected';
}

/** What must hold whatever the scenario expects. */
function always({ causes, alarms }: Story, found: Found): string[] {
  const because: string[] = [];
  if (found.outcome === 'hung') because.push('it never ended');
  if (found.outcome === 'crashed') because.push('it ended without a word');
  if (found.outcome === 'verified' && !found.holdsEverything) because.push('it says verified and is not');
  if (found.previous === 'damaged') because.push('the earlier backup was harmed');
  if (found.restored === false) because.push('idevicebackup2 cannot restore it');
  if (alarms > 0) because.push(`${alarms} false alarms`);
  for (const setting of found.changedSettings) because.push(`${setting} was not put back`);
  for (const { id, evidence } of causes)
    if (evidence.length === 0) because.push(`${id} was named without evidence`);
  return because;
}

function unmet({ expect, earlier }: Scenario, story: Story, found: Found): string[] {
  if (!expect) return [];
  const because: string[] = [];
  const [first] = story.causes;
  if (expect.cause === null && first) because.push(`named ${first.id} although nothing was to be named`);
  if (expect.cause && !(first && matches(first, expect.cause)))
    because.push(`named ${first?.id ?? 'nothing'} instead of ${[expect.cause].flat().join(' or ')}`);
  for (const id of expect.alsoNamed)
    if (!story.causes.some((cause) => matches(cause, id))) because.push(`did not name ${id}`);
  if (expect.outcome && expect.outcome !== found.outcome)
    because.push(`${found.outcome} instead of ${expect.outcome}`);
  if (expect.maxSecondsToName !== undefined && (story.secondsToName ?? 0) > expect.maxSecondsToName)
    because.push(`named after ${rounded(story.secondsToName)} s instead of ${expect.maxSecondsToName}`);
  if (expect.riskiest && rank(story.riskiest) > rank(expect.riskiest))
    because.push(`risked ${story.riskiest} where ${expect.riskiest} is enough`);
  for (const id of expect.remedies)
    if (!story.remedies.some((remedy) => remedy.id === id)) because.push(`did not try ${id}`);
  if (expect.asks && !story.asked.includes(expect.asks)) because.push(`did not ask for ${expect.asks}`);
  if (story.skipped !== expect.skipped)
    because.push(`${story.skipped} files left out instead of ${expect.skipped}`);
  const previous = expect.previous ?? (earlier ? 'intact' : undefined);
  if (previous && previous !== found.previous) because.push(`the earlier backup: ${found.previous}`);
  return because;
}

function matches({ id, requirements }: ToldCause, wanted: string | readonly string[]): boolean {
  return [wanted].flat().some((name) => name === id || requirements.includes(name));
}

function rank(risk: RiskClass | null): number {
  return risk === null ? -1 : riskClasses.indexOf(risk);
}

function rounded(seconds: number | null): number | null {
  return seconds === null ? null : Math.round(seconds * 10) / 10;
}

/** A program without events names no cause, but may have printed one. */
function messageOnly(words: string): ToldCause {
  return { id: 'message', requirements: [], certainty: 1, sentence: words, evidence: [{ kind: 'message' }] };
}
