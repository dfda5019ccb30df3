/** Where a run is. Each phase has its own signs of life. */
export type Phase =
  | 'connecting'
  | 'waiting-for-trust'
  | 'waiting-for-passcode'
  | 'preparing'
  | 'sending'
  | 'finishing'
  | 'verifying';

export type Outcome = 'verified' | 'needs-person' | 'failed' | 'cancelled';

/** A file the phone could not read and so could not send. `harmless`: known to be left out on healthy phones. */
export interface SkippedFile {
  readonly domain: string | null;
  readonly path: string;
  readonly reason: string;
  readonly harmless: boolean;
}

export interface BackupSummary {
  readonly path: string;
  readonly files: number;
  readonly bytes: number;
  readonly encrypted: boolean;
  readonly full: boolean;
}

/** One thing that happened in a run, before it gets its time and the run's name. */
export type RunFact =
  | { readonly type: 'run.started'; readonly destination: string; readonly resumedBytes: number }
  | { readonly type: 'phase.changed'; readonly phase: Phase }
  | {
      readonly type: 'progress';
      readonly phase: Phase;
      /** The phone's own figure, 0…100; it may stall, jump or go back. */
      readonly percent: number;
      readonly bytes: number;
      readonly files: number;
      readonly bytesPerSecond: number;
      readonly secondsLeft?: number;
    }
  | {
      readonly type: 'phone.asks';
      readonly what: 'passcode' | 'trust' | 'unlock';
      /** How long the phone waits for the person, where that is known. */
      readonly secondsLeft?: number;
    }
  | { readonly type: 'phone.answered'; readonly what: 'passcode' | 'trust' }
  | {
      readonly type: 'note';
      readonly code: string;
      readonly facts: Readonly<Record<string, string | number | boolean>>;
    }
  | { readonly type: 'file.skipped'; readonly file: SkippedFile }
  | {
      readonly type: 'cause.named';
      /** `id` is the stable code; the rest are the words for people. */
      readonly cause: {
        readonly id: string;
        readonly sentence: string;
        readonly safe: string;
        readonly next: string;
      };
    }
  | { readonly type: 'verify.progress'; readonly files: number; readonly of: number }
  | {
      readonly type: 'run.finished';
      readonly outcome: Outcome;
      /** The code of what ended the run, null when nothing did. */
      readonly cause: string | null;
      readonly remedies: readonly string[];
      readonly skipped: readonly SkippedFile[];
      readonly backup: BackupSummary | null;
      readonly previous: 'intact' | 'none';
      readonly seconds: number;
    };

/** A fact with its time (ISO), its run, and the phone it is about. */
export type RunEvent = RunFact & { readonly at: string; readonly run: string; readonly udid?: string };

/** Says what happened; never waits, never throws. */
export type Emit = (fact: RunFact) => void;
