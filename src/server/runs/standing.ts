import type { RunPhone } from '../../kit/run-event.ts';
import type { RunHappening } from '../contract/events.ts';
import type { Question, RunAgain, RunKind, RunSummary } from '../contract/runs.ts';

/** What is true of a run after the events so far. */
export interface Standing {
  readonly kind: RunKind;
  readonly again: RunAgain | null;
  readonly phone: RunPhone | null;
  readonly began: string;
  readonly ended: string | null;
  readonly outcome: RunSummary['outcome'];
  readonly destination: string | null;
  readonly phase: RunSummary['phase'];
  readonly percent: number | null;
  readonly asked: Asked | null;
  readonly question: Question | null;
  readonly cause: RunSummary['cause'];
  /** The backup's folder. */
  readonly path: string | null;
}

/** What a person is asked to do now. */
export type Asked = Pick<Extract<RunHappening, { type: 'person.needed' }>, 'facts' | 'productType'> & {
  readonly step: string;
  readonly sentence: string | null;
  readonly actions: readonly string[] | null;
  /** When the phone or Thaw gives up, ISO. */
  readonly endsAt: string | null;
};

/** Before anything happened. A record without a head is of the command line, which records backups only. */
export function atFirst(began: string): Standing {
  return {
    kind: 'backup',
    again: null,
    phone: null,
    began,
    ended: null,
    outcome: null,
    destination: null,
    phase: null,
    percent: null,
    asked: null,
    question: null,
    cause: null,
    path: null,
  };
}

export function advance(now: Standing, event: RunHappening): Standing {
  switch (event.type) {
    case 'run.opened':
      return { ...now, kind: event.kind, again: event.again, phone: event.phone };
    case 'run.started':
      // Only what watches others writes nowhere.
      return event.destination === ''
        ? { ...now, kind: 'watch' }
        : { ...now, destination: event.destination, phone: now.phone ?? event.phone ?? null };
    case 'phase.changed':
      return event.phase.startsWith('waiting')
        ? { ...now, phase: event.phase }
        : { ...now, phase: event.phase, asked: null };
    case 'progress': {
      const moved = { ...now, phase: event.phase, percent: event.percent, cause: null };
      // What a prompt asked for is done when the phone goes on; what Thaw asks for ends by itself.
      return now.asked?.sentence === null ? { ...moved, asked: null } : moved;
    }
    case 'phone.asks': {
      const { what, secondsLeft, at } = event;
      return {
        ...now,
        asked: { step: what, sentence: null, actions: null, endsAt: later(at, secondsLeft) },
      };
    }
    case 'person.needed': {
      const { step, sentence, actions, facts, productType, secondsLeft, at } = event;
      const told = { ...(facts && { facts }), ...(productType !== undefined && { productType }) };
      return { ...now, asked: { step, sentence, actions, endsAt: later(at, secondsLeft), ...told } };
    }
    case 'phone.answered':
    case 'remedy.finished':
      return { ...now, asked: null };
    case 'question.asked':
      return { ...now, question: event.question };
    case 'question.closed':
      return { ...now, question: null };
    case 'cause.named':
      return { ...now, cause: event.cause };
    case 'run.finished':
      return {
        ...now,
        ended: event.at,
        outcome: event.outcome,
        asked: null,
        question: null,
        cause: event.outcome === 'verified' ? null : now.cause,
        path: event.backup?.path ?? now.path,
      };
    default:
      return now;
  }
}

function later(at: string, seconds: number | undefined): string | null {
  return seconds === undefined ? null : new Date(Date.parse(at) + seconds * 1000).toISOString();
}
