import type { Evidence, RemedyResult, RiskClass } from './evidence.ts';
import type { WatchSaying } from './watch-saying.ts';

/** Where a run is. Each phase has its own signs of life. */
export type Phase =
  | 'connecting'
  | 'waiting-for-trust'
  | 'waiting-for-passcode'
  | 'preparing'
  | 'sending'
  | 'finishing'
  | 'verifying';

/** `finished`: what was only watched came to its good end, as the phone says; nothing of it was proved here. */
export type Outcome = 'verified' | 'finished' | 'needs-person' | 'failed' | 'cancelled';

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

/** Whose run it is, as far as that is known. */
export interface RunPhone {
  readonly udid: string;
  readonly phoneName: string | null;
  readonly productType: string | null;
}

/** Why a run is stuck or ended: the finding as people, JSON and the page see it. */
export interface NamedCause {
  /** Stable; a cause of `diagnosis/`, or the code of an error that no cause explains. */
  readonly id: string;
  /** Row ids of the requirements it answers; see docs/requirements.md. */
  readonly requirements: readonly string[];
  /** 0…1 */
  readonly certainty: number;
  readonly sentence: string;
  readonly safe: string;
  readonly next: string;
  readonly evidence: readonly Evidence[];
}

/** What a file is to a person. */
export type ContentKind = 'photos' | 'messages' | 'apps' | 'health' | 'settings' | 'other';

/** One thing that happened in a run, before it gets its time and the run's name. */
export type RunFact =
  | {
      readonly type: 'run.started';
      readonly destination: string;
      readonly resumedBytes: number;
      readonly phone?: RunPhone;
    }
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
      /** Of these bytes, how many are of which kind. */
      readonly kinds?: Readonly<Partial<Record<ContentKind, number>>>;
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
  /** On the cable, unless said otherwise. */
  | { readonly type: 'link.lost'; readonly over?: 'network' }
  | { readonly type: 'link.back'; readonly secondsAway: number }
  | {
      readonly type: 'stall.suspected';
      readonly phase: Phase;
      readonly silentSeconds: number;
      /** Why the watch believes so, in words. */
      readonly because: string;
    }
  | { readonly type: 'stall.cleared'; readonly phase: Phase }
  /** What is seen of a backup that others make, in words; `lines` of the phone's log it is read from, with nothing personal in them. */
  | {
      readonly type: 'watch.told';
      readonly standing: 'fine' | 'waits' | 'trouble';
      readonly sentence: string;
      /** The same for other languages. */
      readonly saying: WatchSaying;
      readonly lines: readonly string[];
    }
  | { readonly type: 'evidence.found'; readonly evidence: Evidence }
  | { readonly type: 'cause.named'; readonly cause: NamedCause }
  | {
      readonly type: 'remedy.started';
      readonly remedy: string;
      readonly risk: RiskClass;
      /** What is being done, in words. */
      readonly sentence: string;
    }
  | {
      /** How a remedy that takes long gets on. */
      readonly type: 'remedy.progress';
      readonly remedy: string;
      readonly step: string;
      /** 0…100 of this step; null where nobody can tell. */
      readonly percent: number | null;
      readonly sentence: string;
    }
  | { readonly type: 'remedy.finished'; readonly remedy: string; readonly result: RemedyResult }
  | {
      readonly type: 'person.needed';
      /** The guided step's id: `unlock`, `trust`, `other-cable` … */
      readonly step: string;
      readonly sentence: string;
      /** The one thing to do, in order, for this very model. */
      readonly actions: readonly string[];
      /** The figures and names in those words. */
      readonly facts?: Readonly<Record<string, string | number | undefined>>;
      /** Whose picture goes with it: `iPhone17,3`. */
      readonly productType?: string;
      readonly secondsLeft?: number;
    }
  | { readonly type: 'verify.progress'; readonly files: number; readonly of: number }
  | {
      readonly type: 'run.finished';
      readonly outcome: Outcome;
      /** The code of what ended the run, null when nothing did. */
      readonly cause: string | null;
      /** What was tried, in order. */
      readonly remedies: readonly { readonly id: string; readonly result: RemedyResult }[];
      readonly skipped: readonly SkippedFile[];
      readonly backup: BackupSummary | null;
      readonly previous: 'intact' | 'none';
      readonly seconds: number;
    };

/** A fact with its time (ISO), its run, and the phone it is about. */
export type RunEvent = RunFact & { readonly at: string; readonly run: string; readonly udid?: string };

/** Says what happened, and once it is known about which phone; never waits, never throws. */
export type Emit = (fact: RunFact & Pick<RunEvent, 'udid'>) => void;
