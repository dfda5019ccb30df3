import type { BeyondSaid, Finding, MendSaid } from '../../app/findings.ts';
import type { Evidence } from '../../kit/evidence.ts';
import type { RunEvent, RunPhone } from '../../kit/run-event.ts';
import type { Question, RunAgain, RunKind } from './runs.ts';

/** One check and what it came to. `person`: somebody must do something first. `broken`: it will make the backup fail. */
export interface CheckFinding {
  readonly id: string;
  readonly standing: 'fine' | 'note' | 'person' | 'broken' | 'unknown';
  readonly sentence: string;
  readonly next: string | null;
  readonly evidence: readonly Evidence[];
}

/** One thing a verification found. */
export interface VerifyFinding {
  readonly finding: Finding;
  /** Whose file it is; null for what is no file of the phone. */
  readonly app: string | null;
  readonly sentence: string;
  readonly harmless: boolean;
}

/** What a repair would do. */
export interface PlannedMend {
  readonly id: string;
  readonly finds: string;
  readonly changes: string;
  readonly loses: string | null;
  /** The same for other languages. */
  readonly said: MendSaid;
}

/** What a repair cannot put right. */
export interface BeyondMending {
  readonly sentence: string;
  readonly said: BeyondSaid;
}

/** What only the server says; the rest of a run's stream are the events of kit/run-event.ts as they are. */
export type ServerFact =
  /** Always the first event of a run. */
  | {
      readonly type: 'run.opened';
      readonly kind: RunKind;
      readonly phone: RunPhone | null;
      /** Null where going on makes no sense. */
      readonly again: RunAgain | null;
    }
  | { readonly type: 'question.asked'; readonly question: Question }
  | { readonly type: 'question.closed'; readonly question: string }
  | { readonly type: 'check.found'; readonly finding: CheckFinding }
  /** `clear`: a backup can begin; also with findings that Thaw sees to itself. */
  | { readonly type: 'check.finished'; readonly clear: boolean }
  | {
      readonly type: 'work.progress';
      readonly done: number;
      readonly of: number;
      readonly bytes: number;
      readonly ofBytes: number;
      readonly bytesPerSecond: number;
      readonly secondsLeft?: number;
    }
  | {
      readonly type: 'verify.found';
      readonly sound: boolean;
      readonly depth: 'structure' | 'files' | 'content';
      readonly files: number;
      readonly bytes: number;
      /** The first hundred. */
      readonly findings: readonly VerifyFinding[];
      readonly findingsInAll: number;
    }
  | {
      readonly type: 'repair.planned';
      readonly mends: readonly PlannedMend[];
      readonly beyond: readonly BeyondMending[];
      readonly sound: boolean;
    }
  | { readonly type: 'repair.finished'; readonly changed: boolean; readonly generation: number | null }
  | {
      readonly type: 'extract.finished';
      readonly path: string;
      readonly files: number;
      readonly bytes: number;
      readonly unchanged: number;
      readonly failed: number;
    }
  | { readonly type: 'file.failed'; readonly domain: string; readonly path: string; readonly code: string }
  | { readonly type: 'password.changed'; readonly encrypted: boolean }
  | {
      readonly type: 'fix.finished';
      readonly remedy: string | null;
      readonly result: 'done' | 'failed' | 'not-done' | 'nothing-to-do';
    };

export type ServerEvent = ServerFact & { readonly at: string; readonly run: string; readonly udid?: string };

/**
 * GET /api/runs/:id/events (server-sent): `id:` is `number`, counted from 1; each `data:` is one of these. After
 * `Last-Event-ID` or `?after=N` come exactly those with a greater number. When the run is over and everything is told, an
 * event named `end` closes the stream; do not reconnect then.
 */
export type PageEvent = RunHappening & { readonly number: number };
export type RunHappening = RunEvent | ServerEvent;

/** Whoever shows it needs no more often than this many milliseconds. */
export const PROGRESS_EVERY_MS = 1000;
