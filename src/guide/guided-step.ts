import type { DrawingPlan } from './drawings/drawing-plan.ts';
import type { ModelKind } from './model-kind.ts';
import type { TimedStage } from './timed-stage.ts';

/** What must be seen before a step counts as done; looked for by a probe, never by asking. */
export type Effect =
  | 'phone-unlocked'
  | 'phone-trusts'
  /** The phone says itself that its prompt was answered. */
  | 'prompt-answered'
  | 'phone-charges'
  /** The phone was plugged in anew, and stays. */
  | 'link-steady'
  | 'phone-restarted'
  /** It runs iOS again and answers, wherever it came from. */
  | 'phone-back'
  | 'phone-in-recovery'
  | 'phone-in-dfu'
  | 'phone-cool'
  | 'phone-has-room'
  | 'phone-set-up'
  | 'clock-agrees'
  | 'destination-has-room'
  | 'destination-there'
  | 'sync-lock-free'
  /** The service for phones answers. */
  | 'service-answers'
  /** No other program serves phones beside it. */
  | 'one-service'
  /** It lists the phone. */
  | 'phone-listed'
  /** The phone's port is no longer put to sleep. */
  | 'port-awake'
  | 'computer-on-mains'
  | 'destination-takes-files'
  /** Whoever follows the phone’s log sees the next iCloud backup get under way. */
  | 'icloud-backup-runs'
  /** The log says that all is there that an iCloud backup needs. */
  | 'icloud-conditions-met'
  /** What was wrong with the network no longer is. */
  | 'network-mended'
  /** Nothing on the cable shows it: time is given for it, and the next attempt tells. */
  | 'next-attempt';

/** Figures and names a step's words may use. */
export type StepFacts = Readonly<Record<string, string | number | undefined>>;

/** One thing to do by hand, for this very model. */
export interface GuidedStep {
  readonly id: string;
  /** Row ids of docs/requirements.md. */
  readonly requirements: readonly string[];
  /** `tap`: one touch of the phone. `guide`: more than that. */
  readonly reach: 'tap' | 'guide';
  readonly effect: Effect;
  /** How long a person may take for it. */
  readonly patienceSeconds: number;
  /** What is wanted, and why, in one sentence. */
  readonly sentence: (facts: StepFacts) => string;
  /** What to do, in order. */
  readonly actions: (model: ModelKind, facts: StepFacts) => readonly string[];
  readonly drawing: (model: ModelKind) => DrawingPlan;
  /** Of steps whose buttons are held: what is held for how long, so that somebody can count along. */
  readonly timed?: (model: ModelKind) => readonly TimedStage[];
}
