import { diagnose } from '../../diagnosis/diagnose.ts';
import { nameOf } from '../../diagnosis/name.ts';
import type { Clock } from '../../kit/clock.ts';
import type { Evidence, RemedyResult } from '../../kit/evidence.ts';
import type { Emit, NamedCause, Outcome } from '../../kit/run-event.ts';
import type { Missing } from '../../kit/watch-saying.ts';
import { missingInWords } from '../words/watch-words.ts';
import { Asking } from './asking.ts';
import { CloudEvidence, type CloudFound } from './cloud-evidence.ts';

export interface HelpMeans {
  readonly clock: Clock;
  readonly emit: Emit;
  readonly productType: string;
  /** A failing iCloud backup ends the watch at once: something else is to be done then. */
  readonly endsOnFailure: boolean;
}

export interface CourseEnd {
  readonly outcome: Extract<Outcome, 'finished' | 'needs-person'>;
  readonly cause: string | null;
}

/** Causes that pass by themselves when the phone is left alone: nothing has failed. */
const PASSING: ReadonlySet<string> = new Set([
  'icloud-waits',
  'icloud-put-off',
  'icloud-restoring',
  'low-power-mode',
]);

/** Names what is in the way of an iCloud backup, asks for what may help, and knows when nothing is left to ask for. */
export class CloudHelp {
  readonly #means: HelpMeans;
  readonly #missing: () => readonly Missing[];
  readonly #asking: Asking;
  readonly #evidence: CloudEvidence;
  #attempts = 0;
  #askedAtAttempt = 0;
  #named: NamedCause | undefined;
  #end: CourseEnd | undefined;

  /** `missing`: what a backup that begins by itself lacks at the moment. */
  constructor(means: HelpMeans, missing: () => readonly Missing[]) {
    this.#means = means;
    this.#missing = missing;
    this.#asking = new Asking(means.clock, means.emit, means.productType);
    this.#evidence = new CloudEvidence(means.clock, means.emit);
  }

  /** Set when there is nothing more to wait for. */
  get end(): CourseEnd | undefined {
    return this.#end;
  }

  /** What is in the way now. */
  get named(): NamedCause | undefined {
    return this.#named;
  }

  get tried(): Asking['tried'] {
    return this.#asking.tried;
  }

  prove(found: CloudFound): void {
    if (this.#evidence.prove(found)) this.#diagnose();
  }

  perceive(evidence: Evidence): void {
    if (this.#evidence.perceive(evidence)) this.#diagnose();
  }

  /** A backup begins: what passes by itself has passed. */
  begins(): void {
    this.#attempts += 1;
    if (this.#named && PASSING.has(this.#named.id)) this.#settle('helped');
  }

  /** Nothing is missing any more. */
  conditionsMet(): void {
    if (this.#named?.id === 'icloud-waits') this.#settle('helped');
  }

  /** A backup failed for good; what was asked for before it began did not help. */
  failed(): void {
    if (this.#asking.step !== undefined && this.#attempts > this.#askedAtAttempt) this.#askOn('no-effect');
  }

  finished(): void {
    this.#settle('helped');
    this.#end = { outcome: 'finished', cause: null };
  }

  /** Time has passed, and no backup is under way. */
  tick(): void {
    if (this.#asking.isLate) this.#askOn('not-done');
  }

  #diagnose(): void {
    if (this.#end) return;
    const cause = nameOf(diagnose(this.#evidence.telling));
    if (!cause || cause.id === this.#named?.id) return;
    this.#named = cause;
    this.#means.emit({ type: 'cause.named', cause });
    if (this.#means.endsOnFailure && !PASSING.has(cause.id)) {
      this.#settle('not-done');
      this.#end = { outcome: 'needs-person', cause: cause.id };
    } else if (this.#asking.step === undefined) this.#ask();
  }

  #askOn(result: RemedyResult): void {
    this.#settle(result);
    this.#ask();
  }

  #ask(): void {
    if (this.#end) return;
    this.#askedAtAttempt = this.#attempts;
    const { app } = this.#evidence;
    const missing = this.#missing();
    const facts = {
      ...(app !== undefined && { app }),
      ...(missing.length > 0 && { missing: missingInWords(missing) }),
    };
    if (this.#asking.next(this.#evidence.telling, facts)) return;
    // What passes by itself is waited for; so is a server.
    if (!this.#named || PASSING.has(this.#named.id) || this.#named.id === 'icloud-server') return;
    this.#end = { outcome: 'needs-person', cause: this.#named.id };
  }

  #settle(result: RemedyResult): void {
    const evidence = this.#asking.settle(result);
    if (evidence) this.#evidence.add(evidence);
    if (result === 'helped') this.#named = undefined;
  }
}
