import type { Evidence, EvidenceOf, RemedyResult } from '../kit/evidence.ts';
import { Gate } from '../kit/gate.ts';
import type { BackupSummary, Emit, NamedCause, Phase, RunFact, SkippedFile } from '../kit/run-event.ts';
import type { MuxDevice } from '../phone/mux-device.ts';
import type { Udid } from '../phone/udid.ts';
import type { Applied, Remedy } from '../remedies/remedy.ts';
import type { Plan, Situation, Trouble } from '../remedies/situation.ts';
import { norms } from '../watch/norms.ts';
import { Watch } from '../watch/watch.ts';
import { isFurther, type Place } from './advance.ts';
import { connectTrusted } from './connect.ts';
import { EncryptionForRun } from './encryption-for-run.ts';
import { LinkComparison } from './link-comparison.ts';
import { Patience } from './patience.ts';
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
  /** In order, with what came of each. */
  readonly tried: { id: string; result: RemedyResult }[] = [];
  backup: BackupSummary | null = null;
  /** How often this run has put a backup in its place. */
  statesOfThisRun = 0;
  skipped: readonly SkippedFile[] = [];
  /** In any attempt: this phone wants it for every one. */
  passcodeWasAsked = false;
  previous: 'intact' | 'none' = 'none';
  reached: Reached | undefined;
  senses: Senses | undefined;
  /** Of this attempt. */
  phase: Phase = 'connecting';
  bytes = 0;
  percent = 0;
  /** What the attempt found of earlier ones. */
  resumedBytes = 0;
  attempts = 0;
  /** What the phone asks a person for, and since when (ticks). */
  asked:
    | {
        readonly what: 'passcode' | 'trust' | 'unlock';
        readonly at: number;
        readonly secondsLeft: number | undefined;
      }
    | undefined;
  named: NamedCause | undefined;
  /** The step a person was asked for and did not do. */
  unmet: Remedy | undefined;
  /** What a person was asked for last, in words. */
  askedFor: string | undefined;
  #furthest: Place = { phase: 'connecting', bytes: 0 };
  #pending: { readonly remedy: Remedy; readonly from: Place } | undefined;
  readonly #tries = new Map<string, number>();
  #attemptSince = 0;
  /** The remedy that is at work now. */
  #applying: Remedy | undefined;
  readonly #detached = new Set<number>();
  readonly #comparison = new LinkComparison();

  /** Aborts with the run; `over` is set at its end. */
  readonly signal: AbortSignal;
  over = false;

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
    // Two connections hear of the phone's prompts; either may miss one.
    if (fact.type === 'phone.asks' && this.asked?.what === fact.what) return;
    if (fact.type === 'phone.answered' && !this.asked) return;
    this.watch.see(fact, this.means.clock.ticks());
    this.#keep(fact);
    this.means.emit(fact);
  };

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
    if (evidence.kind === 'prompt.waits') this.#asks(evidence);
    if (evidence.kind === 'link.detached') this.emit({ type: 'link.lost' });
    if (evidence.kind === 'wifi.lost') this.emit({ type: 'link.lost', over: 'network' });
    if (evidence.kind === 'link.attached' || evidence.kind === 'wifi.back')
      this.emit({ type: 'link.back', secondsAway: evidence.facts.secondsAway });
  }

  /** Of a restart that was asked for there is nothing to tell, nor of the link that goes and comes with it. */
  #isOwnDoing({ kind }: Evidence): boolean {
    if (kind === 'phone.restarted') return RESTARTS.has(this.#pending?.remedy.id ?? '');
    if (kind !== 'link.detached' && kind !== 'link.attached') return false;
    return RESTARTS.has(this.#applying?.id ?? '');
  }

  #asks({ facts: { what, secondsLeft } }: EvidenceOf<'prompt.waits'>): void {
    this.emit({ type: 'phone.asks', what, ...(secondsLeft !== undefined && { secondsLeft }) });
  }

  get place(): Place {
    return { phase: this.phase, bytes: this.resumedBytes + this.bytes };
  }

  triesOf(remedy: Remedy): number {
    return this.#tries.get(remedy.id) ?? 0;
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
  begin(remedy: Remedy, situation: Situation): void {
    this.settle('no-effect');
    this.#tries.set(remedy.id, this.triesOf(remedy) + 1);
    this.emit({
      type: 'remedy.started',
      remedy: remedy.id,
      risk: remedy.risk,
      sentence: remedy.sentence(situation),
    });
    this.#pending = { remedy, from: this.place };
    this.#applying = remedy;
  }

  /** What came of it so far; whether it helped shows when the run gets further. */
  applied(remedy: Remedy, applied: Applied): void {
    if (remedy.reach !== 'auto' && applied === 'not-done') this.unmet = remedy;
    this.#applying = undefined;
    if (applied === 'done' && OTHER_LINK.has(remedy.id)) this.#comparison.changed();
    if (applied !== 'done') this.settle(applied);
  }

  /** The remedy that was tried last is judged; nothing happens when it was before. */
  settle(result: RemedyResult): void {
    if (!this.#pending) return;
    const { remedy } = this.#pending;
    this.#pending = undefined;
    // Of a step whose effect nothing shows, nobody knows that it was done.
    if (result === 'no-effect' && remedy.reach !== 'auto') this.unmet = remedy;
    this.tried.push({ id: remedy.id, result });
    this.means.emit({ type: 'remedy.finished', remedy: remedy.id, result });
    this.found({
      kind: 'remedy.tried',
      source: 'remedy',
      facts: { remedy: remedy.id, result, cures: remedy.cures },
    });
  }

  /** A remedy that worked beside an attempt which goes on. */
  settleBeside(eased: boolean): void {
    this.settle(eased ? 'helped' : 'no-effect');
    if (eased) this.#tries.clear();
  }

  /** Everything was sent: to begin again elsewhere would cost more than it saves. */
  readonly isAlmostDone = (): boolean => this.phase === 'finishing' || this.phase === 'verifying';

  get attemptSeconds(): number {
    return Math.round((this.means.clock.ticks() - this.#attemptSince) / 1000);
  }

  /** usbmuxd told that this attachment ended. */
  sawDetached(deviceId: number): boolean {
    return this.#detached.has(deviceId);
  }

  /** A new attempt begins where the overlay is. */
  newAttempt(): void {
    this.attempts += 1;
    this.#comparison.newAttempt();
    this.#attemptSince = this.means.clock.ticks();
    this.phase = 'connecting';
    this.bytes = 0;
    this.percent = 0;
    this.resumedBytes = 0;
    this.asked = undefined;
    this.skipped = [];
    this.patience.end();
  }

  #keep(fact: RunFact): void {
    if (fact.type === 'phase.changed') this.phase = fact.phase;
    if (fact.type === 'progress') {
      this.bytes = fact.bytes;
      this.percent = fact.percent;
      this.#compare(fact);
    }
    if (fact.type === 'phone.asks') {
      this.asked = { what: fact.what, at: this.means.clock.ticks(), secondsLeft: fact.secondsLeft };
      this.patience.begin();
      if (fact.what === 'passcode') this.passcodeWasAsked = true;
    }
    if (fact.type === 'phone.answered') {
      this.asked = undefined;
      this.patience.end();
    }
    if (fact.type === 'person.needed') this.askedFor = fact.sentence;
    if (fact.type === 'file.skipped') this.#unreadable(fact.file);
    if (fact.type === 'note' && fact.code === 'space.wanted') this.#spaceWanted(fact.facts);
    if (fact.type === 'phase.changed' || fact.type === 'progress') this.#advance();
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

  #advance(): void {
    const { place } = this;
    if (this.#pending && isFurther(place, this.#pending.from)) this.settle('helped');
    if (!isFurther(place, this.#furthest)) return;
    this.#furthest = place;
    this.#tries.clear();
    this.unmet = undefined;
  }
}
