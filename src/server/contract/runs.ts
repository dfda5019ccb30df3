import { z } from 'zod';
import type { NamedCause, RunEvent } from '../../kit/run-event.ts';

const udid = z.string().min(8).max(64);
const folder = z.string().min(1).max(4096);
/** Only ever in a request's body, and only in memory afterwards. */
const password = z.string().min(1).max(1024);
const backup = z.string().min(1).max(64);

/** The things people take out of a backup as themselves; `files` as they lie on the phone. */
export const extractKinds = [
  'files',
  'photos',
  'messages',
  'contacts',
  'calls',
  'calendar',
  'notes',
  'voice-memos',
  'safari',
  'whatsapp',
] as const;

/** POST /api/runs. `backup` is the id of the backup list. */
export const runRequestSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('check'), udid: udid.optional(), destination: folder.optional() }),
  z.strictObject({
    kind: z.literal('backup'),
    udid,
    /** The chosen one when not given. */
    destination: folder.optional(),
    full: z.boolean().optional(),
    encrypt: z.boolean().optional(),
    password: password.optional(),
  }),
  z.strictObject({
    kind: z.literal('verify'),
    backup,
    depth: z.enum(['structure', 'content']),
    password: password.optional(),
  }),
  z.strictObject({
    kind: z.literal('repair'),
    backup,
    thorough: z.boolean().optional(),
    password: password.optional(),
  }),
  z.strictObject({
    kind: z.literal('restore'),
    backup,
    /** The phone it goes to. */
    udid,
    generation: z.int().positive().optional(),
    removeOthers: z.boolean().optional(),
    keepSettings: z.boolean().optional(),
    systemFiles: z.boolean().optional(),
    copyFirst: z.boolean().optional(),
    fetchApps: z.boolean().optional(),
    password: password.optional(),
  }),
  z.strictObject({
    kind: z.literal('extract'),
    backup,
    what: z.enum(extractKinds),
    to: folder,
    /** With `files`: only this domain, or this app, or paths like this. */
    domain: z.string().max(500).optional(),
    app: z.string().max(500).optional(),
    glob: z.string().max(500).optional(),
    password: password.optional(),
  }),
  z.strictObject({ kind: z.literal('watch'), udid }),
  z.strictObject({
    kind: z.literal('password'),
    udid,
    act: z.enum(['set', 'change', 'remove']),
    current: password.optional(),
    fresh: password.optional(),
  }),
  z.strictObject({
    kind: z.literal('fix'),
    udid: udid.optional(),
    /** A cause, or a remedy that may be asked for (`leave-recovery` …); what the evidence says when not given. */
    what: z.string().max(100).optional(),
    /** The backup in hand, for what may erase. */
    backup: backup.optional(),
    password: password.optional(),
  }),
  z.strictObject({ kind: z.literal('bring-back'), backup, generation: z.int().positive() }),
]);
export type RunRequest = z.infer<typeof runRequestSchema>;
export type RunKind = RunRequest['kind'];

export const runStartedSchema = z.object({ run: z.string() });
export type RunStarted = z.infer<typeof runStartedSchema>;

/** A request without anything secret in it: to go on with a run that was cut, POST it again (and ask for the password). */
export type RunAgain = RunRequest;

export const questionSchema = z.object({
  id: z.string(),
  /**
   * `overwrite-phone`, `replace-phone` (what is not in the backup goes, too): type the phone's name. `repair`: agree to what would be
   * done. `password`: type it. All else: type the words.
   */
  about: z.enum([
    'overwrite-phone',
    'replace-phone',
    'repair',
    'password',
    'erase',
    'reinstall',
    'break-off-start',
  ]),
  sentence: z.string(),
  /** What must be typed, letter for letter; null for a yes (`true`), or for a password. */
  typed: z.string().nullable(),
});
export type Question = z.infer<typeof questionSchema>;

/** One line of a list of runs, and the head of a run's own view. */
export interface RunSummary {
  readonly run: string;
  readonly kind: RunKind;
  /** `interrupted`: the record ends in the middle, and no process works at it any more: offer `again`. */
  readonly state: 'running' | 'finished' | 'interrupted';
  readonly outcome: Extract<RunEvent, { type: 'run.finished' }>['outcome'] | null;
  readonly udid: string | null;
  readonly phoneName: string | null;
  readonly productType: string | null;
  readonly destination: string | null;
  readonly began: string;
  readonly ended: string | null;
  /** The number of the newest event; the stream goes on after it. */
  readonly lastEvent: number;
  readonly phase: Extract<RunEvent, { type: 'phase.changed' }>['phase'] | null;
  readonly percent: number | null;
  /** The guided step that is needed now. */
  readonly step: string | null;
  readonly question: Question | null;
  readonly cause: NamedCause | null;
  readonly again: RunAgain | null;
  /** The backup it made or looked at, in the backup list. */
  readonly backup: string | null;
  readonly hasReport: boolean;
}

/** GET /api/runs: running first, then the newest. */
export interface RunsAnswer {
  readonly runs: readonly RunSummary[];
}

/** POST /api/runs/:id/answer */
export const answerSchema = z.strictObject({
  question: z.string().max(64),
  value: z.union([z.string().max(1024), z.boolean()]),
});
export type Answer = z.infer<typeof answerSchema>;
