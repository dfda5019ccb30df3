import type { Evidence, EvidenceFacts, RemedyResult } from '../kit/evidence.ts';
import { Gate } from '../kit/gate.ts';
import type { BackupSummary, Emit, NamedCause, RunFact, SkippedFile } from '../kit/run-event.ts';
import type { MuxDevice } from '../phone/mux-device.ts';
import type { Udid } from '../phone/udid.ts';
import type { Applied, Remedy } from '../remedies/remedy.ts';
import type { Plan, Situation, Trouble } from '../remedies/situation.ts';
import { norms } from '../watch/norms.ts';
import { Watch } from '../watch/watch.ts';
import { type AttemptState, newAttempt, placeOf } from './attempt-state.ts';
import { connectTrusted } from './connect.ts';
import { EncryptionForRun } from './encryption-for-run.ts';
import { LinkComparison } from './link-comparison.ts';
import { Patience } from './patience.ts';
import { PhonePrompt } from './phone-prompt.ts';
import { RemediesTried } from './remedies-tried.ts';
import type { RescueMeans, RescueRequest } from './request.ts';
import type { Found } from './senses/sense.ts';
import type { Senses } from './senses/start-senses.ts';

/** The phone of a run, once it was reached. */
export interface Reached {
  readonly udid: Udid;
  readonly deviceId: number;
  readonly connection: MuxDevice['connection'];
  readonly productType: string | undefined;
}

const RESTARTS: ReadonlySet<string> = new Set([
  'restart-phone',
  'force-restart',
  'leave-recovery',
  'restart-from-boot',
  'wait-while-at-work',
]);
/** The phone is plugged in anew in another way; what that changed is measured. */
const OTHER_LINK: ReadonlySet<string> = new Set([
  'other-port',
  'other-cable',
  'without-hub',
  'keep-port-awake',
]);

/** One run from its start to its end: what it knows and has tried, over all its attempts. */
export class Course {
  readonly run: string;
  readonly request: RescueRequest;
  readonly means: RescueMeans;
  readonly plan: Plan;
  readonly gate = new Gate();
  readonly watch: Watch;
  readonly patience: Patience;
  readonly encryption: EncryptionForRun;
  readonly evidence: Evidence[] = [];
  readonly prompt = new PhonePrompt();
  readonly remedies: RemediesTried;
  attempt: AttemptState = newAttempt(0, 0);
  backup: BackupSummary | null = null;
  /** How often this run has put a backup in its place. */
  statesOfThisRun = 0;
  /** By the last attempt. */
  skipped: readonly SkippedFile[] = [];
  previous: 'intact' | 'none' = 'none';
  reached: Reached | undefined;
  senses: Senses | 'not-begun' | 'over' = 'not-begun';
  named: NamedCause | undefined;
  /** What a person was asked for last, in words. */
  askedFor: string | undefined;
  readonly #detached = new Set<number>();
  readonly #comparison = new LinkComparison();

  /** Aborts with the run. */
  readonly signal: AbortSignal;

  constructor(run: string, request: RescueRequest, means: RescueMeans, signal: AbortSignal) {
    const { destination, orTo, full } = request;
    this.run = run;
    this.signal = signal;
    this.request = request;
    const about = (): { udid?: Udid } => (this.reached ? { udid: this.reached.udid } : {});
    this.means = { ...means, emit: (fact) => means.emit({ ...fact, ...about() }) };
    this.plan = { destination, orTo, full, device: undefined, fresh: false, overNothing: false };
    this.watch = new Watch(norms, means.clock.ticks());
    this.patience = new Patience(means.clock, request.waitForPersonMs);
    this.remedies = new RemediesTried((remedy, result) => this.#judged(remedy, result));
    this.encryption = new EncryptionForRun({
      wanted: request.encrypt ?? false,
      notes: means.encryptionNotes,
      emit: this.emit,
      reach: (signal) => {
        const udid = this.reached?.udid ?? request.udid;
        return connectTrusted({ mux: request.mux, udid }, means.clock, this.emit, signal);
      },
    });
  }

  /** A fact of the run: kept in mind, shown to the watch, and told. */
  readonly emit: Emit = (fact) => {
    if (fact.type === 'phone.asks' && !this.prompt.shown(fact, this.means.clock.ticks())) return;
    if (fact.type === 'phone.answered' && !this.prompt.gone()) return;
    this.watch.see(fact, this.means.clock.ticks());
    this.#keep(fact);
    this.means.emit(fact);
    this.#tellOfPrompt(fact);
  };

  /** What the senses bring. Of the phone's prompt they hear beside the backup's own connection, and either may miss it. */
  sensed(evidence: Evidence): void {
    if (evidence.kind === 'prompt.waits') this.emit(asksOf(evidence.facts));
    else if (evidence.kind === 'prompt.gone')
      this.emit({ type: 'phone.answered', what: evidence.facts.what });
    else this.perceive(evidence);
  }

  /** A piece of evidence. */
  found(found: Found): void {
    this.perceive({ ...found, at: this.means.clock.now().toISOString() });
  }

  perceive(evidence: Evidence): void {
    if (evidence.kind === 'link.detached' || evidence.kind === 'wifi.lost')
      this.#detached.add(evidence.facts.deviceId);
    if (evidence.kind === 'link.port') this.#comparison.port(evidence.facts);
    if (!this.#isOwnDoing(evidence)) {
      this.evidence.push(evidence);
      this.means.emit({ type: 'evidence.found', evidence });
    }
    if (evidence.kind === 'link.detached') this.emit({ type: 'link.lost' });
    if (evidence.kind === 'wifi.lost') this.emit({ type: 'link.lost', over: 'network' });
    if (evidence.kind === 'link.attached' || evidence.kind === 'wifi.back')
      this.emit({ type: 'link.back', secondsAway: evidence.facts.secondsAway });
  }

  /** Of a restart that was asked for there is nothing to tell, nor of the link that goes and comes with it. */
  #isOwnDoing({ kind }: Evidence): boolean {
    const { inHand, atWork } = this.remedies;
    if (kind === 'phone.restarted') return RESTARTS.has(inHand ?? '');
    return (kind === 'link.detached' || kind === 'link.attached') && RESTARTS.has(atWork ?? '');
  }

  /** Whichever connection it was heard by, the prompt is evidence once. */
  #tellOfPrompt(fact: RunFact): void {
    const source = 'backup-protocol';
    if (fact.type === 'phone.asks') {
      const { what, secondsLeft } = fact;
      const left = secondsLeft !== undefined && { secondsLeft };
      this.found({ kind: 'prompt.waits', source, facts: { what, seconds: 0, ...left } });
    }
    if (fact.type === 'phone.answered')
      this.found({ kind: 'prompt.gone', source, facts: { what: fact.what } });
    const answered = fact.type === 'phase.changed' ? this.prompt.wentOn() : undefined;
    if (answered) this.found({ kind: 'prompt.answered', source, facts: { what: answered } });
  }

  situation(trouble: Trouble, eased: () => boolean): Situation {
    const { clock, changes, networkTrouble } = this.means;
    return {
      clock,
      changes,
      networkTrouble,
      mux: this.request.mux,
      emit: this.emit,
      udid: this.reached?.udid ?? this.request.udid,
      productType: this.reached?.productType,
      trouble,
      evidence: this.evidence,
      plan: this.plan,
      tried: 0,
      gate: this.gate,
      eased,
      patience: (ms) => this.patience.of(ms),
    };
  }

  /** A remedy is about to be tried. */
  begin(remedy: Remedy, situation: Situation, isOver = (): boolean => false): void {
    this.remedies.begin(remedy, placeOf(this.attempt), isOver);
    const { id, risk } = remedy;
    this.emit({ type: 'remedy.started', remedy: id, risk, sentence: remedy.sentence(situation) });
  }

  /** What came of it so far. */
  applied(remedy: Remedy, applied: Applied): void {
    this.remedies.applied(remedy, applied);
    if (applied === 'done' && OTHER_LINK.has(remedy.id)) this.#comparison.changed();
  }

  #judged({ id: remedy, cures }: Remedy, result: RemedyResult): void {
    this.emit({ type: 'remedy.finished', remedy, result });
    this.found({ kind: 'remedy.tried', source: 'remedy', facts: { remedy, result, cures } });
  }

  /** Everything was sent: to begin again elsewhere would cost more than it saves. */
  readonly isAlmostDone = (): boolean => ['finishing', 'verifying'].includes(this.attempt.phase);

  get attemptSeconds(): number {
    return Math.round((this.means.clock.ticks() - this.attempt.beganTicks) / 1000);
  }

  /** usbmuxd told that this attachment ended. */
  sawDetached(deviceId: number): boolean {
    return this.#detached.has(deviceId);
  }

  /** A new attempt begins where the overlay is. */
  newAttempt(): void {
    this.attempt = newAttempt(this.attempt.number + 1, this.means.clock.ticks());
    this.#comparison.newAttempt();
    this.prompt.newAttempt();
    this.skipped = [];
    this.patience.end();
  }

  #keep(fact: RunFact): void {
    switch (fact.type) {
      case 'phase.changed':
        this.attempt.phase = fact.phase;
        this.remedies.cameTo(placeOf(this.attempt));
        break;
      case 'progress':
        this.attempt.bytes = fact.bytes;
        this.attempt.percent = fact.percent;
        this.#compare(fact);
        this.remedies.cameTo(placeOf(this.attempt));
        break;
      case 'phone.asks':
        this.patience.begin();
        break;
      case 'phone.answered':
        this.patience.end();
        break;
      case 'person.needed':
        this.askedFor = fact.sentence;
        break;
      case 'file.skipped':
        this.#unreadable(fact.file);
        break;
      case 'note':
        if (fact.code === 'space.wanted') this.#spaceWanted(fact.facts);
        break;
    }
  }

  #compare(fact: Extract<RunFact, { type: 'progress' }>): void {
    const facts = this.#comparison.progress(fact, this.means.clock.ticks());
    if (!facts) return;
    this.found({ kind: 'link.compared', source: 'backup-protocol', facts });
    const { bytesPerSecondBefore, bytesPerSecond } = facts;
    this.emit({ type: 'note', code: 'link-compared', facts: { bytesPerSecondBefore, bytesPerSecond } });
  }

  #spaceWanted({ bytes, freeBytes }: Extract<RunFact, { type: 'note' }>['facts']): void {
    const facts = { wantedBytes: Number(bytes), freeBytes: Number(freeBytes) };
    this.found({ kind: 'space.wanted', source: 'backup-protocol', facts });
  }

  #unreadable(file: SkippedFile): void {
    this.skipped = [...this.skipped, file];
    const { domain, path, reason, harmless } = file;
    const app = /^AppDomain(?:Group|Plugin)?-(.+)$/.exec(domain ?? '')?.[1];
    this.found({
      kind: 'file.unreadable',
      source: 'backup-protocol',
      facts: { domain: domain ?? '', path, reason, harmless, ...(app !== undefined && { app }) },
    });
  }
}

function asksOf({ what, secondsLeft }: EvidenceFacts['prompt.waits']): RunFact {
  return { type: 'phone.asks', what, ...(secondsLeft !== undefined && { secondsLeft }) };
}
