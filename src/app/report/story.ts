import { evidenceInWords } from '../../diagnosis/evidence-in-words.ts';
import { sizeInWords, timeInWords } from '../../kit/amounts.ts';
import type { NamedCause, Outcome, RunEvent } from '../../kit/run-event.ts';

/** One thing that happened, at so many seconds from the beginning. */
export interface Moment {
  readonly seconds: number;
  readonly kind:
    | 'phase'
    | 'asked'
    | 'link'
    | 'stall'
    | 'seen'
    | 'cause'
    | 'remedy'
    | 'skipped'
    | 'note'
    | 'end';
  readonly text: string;
}

export interface Rate {
  readonly seconds: number;
  readonly bytesPerSecond: number;
}

/** A run as a page tells it. */
export interface Story {
  readonly run: string;
  readonly began: string;
  readonly seconds: number;
  /** Null when the record ends in the middle: the run was killed, or goes on. */
  readonly outcome: Outcome | null;
  readonly end: Extract<RunEvent, { type: 'run.finished' }> | undefined;
  readonly bytes: number;
  readonly rates: readonly Rate[];
  readonly moments: readonly Moment[];
  readonly causes: readonly NamedCause[];
  readonly tried: readonly { readonly sentence: string; readonly risk: string; readonly result: string }[];
}

const PHASES = {
  connecting: 'Connecting to the iPhone.',
  'waiting-for-trust': 'Waiting until the iPhone trusts this computer.',
  'waiting-for-passcode': 'Waiting for the passcode.',
  preparing: 'The iPhone prepares the backup.',
  sending: 'Receiving.',
  finishing: 'The iPhone finishes the backup.',
  verifying: 'Checking that everything arrived.',
} as const;

const RESULTS = {
  helped: 'It helped.',
  'went-on': 'The backup went on after it.',
  'no-effect': 'It was done and changed nothing.',
  failed: 'It could not be done.',
  'not-done': 'It was not done.',
} as const;

/** Makes a story of a run's events; empty records make none. */
export function storyOf(events: readonly RunEvent[]): Story | undefined {
  const [first] = events;
  const last = events.at(-1);
  if (!first || !last) return undefined;
  const start = Date.parse(first.at);
  const since = ({ at }: RunEvent): number => Math.max(0, (Date.parse(at) - start) / 1000);
  const end = events.findLast((event) => event.type === 'run.finished');
  const named = events.flatMap((event) => (event.type === 'cause.named' ? [event.cause] : []));
  return {
    run: first.run,
    began: first.at,
    seconds: since(last),
    outcome: end?.outcome ?? null,
    end,
    bytes: receivedIn(events),
    rates: ratesIn(events, since),
    moments: events.flatMap((event) => {
      const told = momentOf(event);
      return told ? [{ ...told, seconds: since(event) }] : [];
    }),
    causes: [...new Map(named.map((cause) => [cause.id, cause])).values()],
    tried: triedIn(events),
  };
}

/** Each attempt counts from zero. */
function receivedIn(events: readonly RunEvent[]): number {
  let earlier = 0;
  let now = 0;
  for (const event of events) {
    if (event.type === 'progress') now = Math.max(now, event.bytes);
    if (event.type !== 'phase.changed' || event.phase !== 'connecting') continue;
    earlier += now;
    now = 0;
  }
  return earlier + now;
}

/** A rate holds until the next is told; with the connection, and with a phase in which nothing is sent, it ends. */
function ratesIn(events: readonly RunEvent[], since: (event: RunEvent) => number): Rate[] {
  const rates: Rate[] = [];
  for (const event of events) {
    const seconds = since(event);
    const held = rates.at(-1)?.bytesPerSecond;
    if (event.type === 'progress') rates.push({ seconds, bytesPerSecond: event.bytesPerSecond });
    else if ((event.type === 'link.lost' || event.type === 'phase.changed') && held !== undefined)
      rates.push({ seconds, bytesPerSecond: held }, { seconds, bytesPerSecond: 0 });
  }
  return rates;
}

/** Evidence that an event of the run tells as well. */
const TOLD_ELSEWHERE: ReadonlySet<string> = new Set([
  'link.detached',
  'link.attached',
  'prompt.waits',
  'prompt.gone',
  'prompt.answered',
  'remedy.tried',
]);

function triedIn(events: readonly RunEvent[]): Story['tried'] {
  const started = events.filter((event) => event.type === 'remedy.started');
  return started.map(({ remedy, risk, sentence, at }) => {
    const finished = events.find(
      (event) => event.type === 'remedy.finished' && event.remedy === remedy && event.at >= at,
    );
    const result =
      finished?.type === 'remedy.finished' ? RESULTS[finished.result] : 'The run ended before it did.';
    return { sentence, risk, result };
  });
}

function momentOf(event: RunEvent): Omit<Moment, 'seconds'> | undefined {
  switch (event.type) {
    case 'run.started':
      return {
        kind: 'note',
        text:
          event.resumedBytes > 0
            ? `Going on with ${sizeInWords(event.resumedBytes)} of an earlier run.`
            : 'The run began.',
      };
    case 'phase.changed':
      return { kind: 'phase', text: PHASES[event.phase] };
    case 'phone.asks':
      return { kind: 'asked', text: ASKED[event.what] };
    case 'phone.answered':
      return { kind: 'asked', text: 'The iPhone no longer asked.' };
    case 'person.needed':
      return { kind: 'asked', text: event.sentence };
    case 'file.skipped':
      return {
        kind: 'skipped',
        text: `Left out: ${event.file.domain ?? ''} ${event.file.path} (${event.file.reason})`,
      };
    case 'link.lost':
      return { kind: 'link', text: 'The connection broke.' };
    case 'link.back':
      return { kind: 'link', text: `The connection was back after ${timeInWords(event.secondsAway)}.` };
    case 'stall.suspected':
      return { kind: 'stall', text: `Stuck: ${event.because}.` };
    case 'stall.cleared':
      return { kind: 'stall', text: 'It moves again.' };
    case 'evidence.found':
      if (TOLD_ELSEWHERE.has(event.evidence.kind)) return undefined;
      return { kind: 'seen', text: evidenceInWords(event.evidence) };
    case 'cause.named':
      return { kind: 'cause', text: event.cause.sentence };
    case 'remedy.started':
      return { kind: 'remedy', text: event.sentence };
    case 'remedy.finished':
      return { kind: 'remedy', text: RESULTS[event.result] };
    case 'run.finished':
      return { kind: 'end', text: `The run ended: ${event.outcome}.` };
    default:
      return undefined;
  }
}

const ASKED = {
  passcode: 'The iPhone asks for its passcode.',
  trust: 'The iPhone asks whether to trust this computer.',
  unlock: 'The iPhone must be unlocked.',
} as const;
