import { diagnose } from '../../diagnosis/diagnose.ts';
import { nameOf } from '../../diagnosis/name.ts';
import type { Clock } from '../../kit/clock.ts';
import { isThawError } from '../../kit/errors.ts';
import type { Evidence } from '../../kit/evidence.ts';
import type { Emit, Outcome, Phase } from '../../kit/run-event.ts';
import type { WatchSaying } from '../../kit/watch-saying.ts';
import { norms } from '../../watch/norms.ts';
import type { Sign } from '../../watch/sign.ts';
import { Watch } from '../../watch/watch.ts';
import type { AtWork } from '../why/at-work.ts';
import { type FolderLook, lookAtFolder } from '../why/growing-folder.ts';
import { watchSentence } from '../words/watch-words.ts';
import { finishedSince } from './finished-since.ts';

/** How often the folder is looked at. */
const LOOK_EVERY_MS = 3000;
/** A rate is told again when it has changed by so much. */
const TELL_RATE_TIMES = 2;

export interface OtherEnd {
  readonly outcome: Extract<Outcome, 'finished' | 'failed'>;
  readonly cause: string | null;
}

/** Follows a backup to this computer that another program makes: by the folder that grows, and by the phone's log. */
export class OtherCourse {
  readonly #atWork: AtWork;
  readonly #clock: Clock;
  readonly #emit: Emit;
  readonly #watch: Watch;
  readonly #evidence: Evidence[] = [];
  readonly #beganMs: number;
  #told: WatchSaying;
  #before: { readonly look: FolderLook; readonly at: number } | undefined;
  #lookedAt = Number.NEGATIVE_INFINITY;
  #phase: Phase = 'preparing';
  #state: string | undefined;
  #toldRate = 0;
  /** The folder may not be looked into: only the log is left. */
  #isHidden = false;
  #named: string | undefined;
  #end: OtherEnd | undefined;

  constructor(atWork: AtWork, clock: Clock, emit: Emit) {
    this.#atWork = atWork;
    this.#clock = clock;
    this.#emit = emit;
    this.#beganMs = clock.now().getTime();
    this.#watch = new Watch(norms, clock.ticks());
    this.#watch.phase('preparing', clock.ticks());
    this.#told = { code: 'other', program: this.#program };
    this.#tell('fine', this.#told);
    emit({ type: 'phase.changed', phase: 'preparing' });
  }

  get end(): OtherEnd | undefined {
    return this.#end;
  }

  get summary(): WatchSaying {
    return this.#told;
  }

  get #program(): string | null {
    return this.#atWork.program === 'another program' ? null : this.#atWork.program;
  }

  perceive(evidence: Evidence): void {
    if (evidence.source === 'computer') return;
    this.#evidence.push(evidence);
    this.#emit({ type: 'evidence.found', evidence });
    if (evidence.kind === 'prompt.waits') this.#emit({ type: 'phone.asks', what: evidence.facts.what });
    if (evidence.kind === 'log.backup-finished') this.#finish('finished');
    if (evidence.kind === 'log.backup-failed') this.#finish('failed');
    if (evidence.kind === 'log.daemon-exit')
      this.#finish(evidence.facts.status === 0 ? 'finished' : 'failed');
  }

  sign(sign: Sign): void {
    this.#watch.sign(sign, this.#clock.ticks());
  }

  /** Time has passed. */
  async tick(): Promise<void> {
    const ticks = this.#clock.ticks();
    if (this.#end || ticks - this.#lookedAt < LOOK_EVERY_MS) return;
    this.#lookedAt = ticks;
    const { folder } = this.#atWork;
    if (folder !== undefined && !this.#isHidden) await this.#lookAt(folder, ticks);
    this.#judge(ticks);
  }

  async #lookAt(folder: string, ticks: number): Promise<void> {
    try {
      this.#compare(await lookAtFolder(folder), ticks);
      // Its last line in the log may have come before anybody listened.
      if (await finishedSince(folder, this.#beganMs)) this.#finish('finished');
    } catch (thrown) {
      if (!isThawError(thrown, 'folder.forbidden')) throw thrown;
      this.#isHidden = true;
      this.#tell('fine', { code: 'other-hidden' });
    }
  }

  #compare(look: FolderLook | undefined, ticks: number): void {
    const before = this.#before;
    if (!look) return;
    this.#before = { look, at: ticks };
    if (look.receiving && this.#phase === 'preparing') {
      this.#phase = 'sending';
      this.#watch.phase('sending', ticks);
      this.#emit({ type: 'phase.changed', phase: 'sending' });
    }
    if (!before || (look.newestMs <= before.look.newestMs && look.newestBytes === before.look.newestBytes))
      return;
    this.#watch.sign({ kind: 'bytes' }, ticks);
    const seconds = (ticks - before.at) / 1000;
    const rate = Math.max(0, Math.round((before.look.freeBytes - look.freeBytes) / seconds));
    if (rate < this.#toldRate * TELL_RATE_TIMES && rate * TELL_RATE_TIMES > this.#toldRate) return;
    this.#toldRate = rate;
    this.#tell('fine', { code: 'other-moving', bytesPerSecond: rate });
  }

  #judge(ticks: number): void {
    const { state, because, grounds, phase, silentSeconds } = this.#watch.judge(ticks);
    if (state === this.#state) return;
    const was = this.#state;
    this.#state = state;
    if (state === 'quiet') this.#tell('fine', { code: 'other-quiet', grounds });
    if (state === 'waiting') this.#tell('waits', { code: 'other-waits', grounds });
    if (was === 'stuck') this.#emit({ type: 'stall.cleared', phase });
    if (state !== 'stuck') return;
    this.#emit({ type: 'stall.suspected', phase, silentSeconds, because });
    this.#tell('trouble', { code: 'stuck', grounds });
    this.#name();
  }

  /** While something moves, what was seen is no cause of anything. */
  #name(): void {
    const cause = nameOf(diagnose(this.#evidence));
    if (!cause || cause.id === this.#named) return;
    this.#named = cause.id;
    this.#emit({ type: 'cause.named', cause });
  }

  #finish(outcome: OtherEnd['outcome']): void {
    if (this.#end) return;
    if (outcome === 'failed') this.#name();
    const code = outcome === 'finished' ? 'other-finished' : 'other-ended';
    this.#tell(outcome === 'finished' ? 'fine' : 'trouble', { code, program: this.#program });
    this.#end = { outcome, cause: outcome === 'failed' ? (this.#named ?? null) : null };
  }

  #tell(standing: 'fine' | 'waits' | 'trouble', saying: WatchSaying): void {
    this.#told = saying;
    this.#emit({ type: 'watch.told', standing, sentence: watchSentence(saying), saying, lines: [] });
  }
}
