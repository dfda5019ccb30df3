import { systemClock } from '../kit/clock.ts';
import type { Evidence, EvidenceKind } from '../kit/evidence.ts';
import type { Trouble } from '../remedies/situation.ts';
import { RateWatch } from '../watch/rate-watch.ts';
import type { Judgement } from '../watch/watch.ts';
import type { Course } from './course.ts';

const LOOK_EVERY_MS = 1000;
/** Woken later than this, in this computer's own time, it was kept from hearing the phone as well. */
const LATE_MS = 250;
/** A person needs a moment to find the phone; after this, asking again does no harm. */
const NUDGE_SECONDS = 30;
/** Connections take this computer a moment too, however fast the phone lives. */
const CONNECTING_MS = 5000;
/** A stall that a remedy did not end is looked at again after so long. */
const AGAIN_SECONDS = 30;

/** What slows a backup down, or will end it, though it still moves. */
const NOTICEABLE: ReadonlySet<EvidenceKind> = new Set<EvidenceKind>([
  'battery.state',
  'computer.busy',
  'computer.power',
  'destination.slow',
  'destination.write-failed',
  'link.slow',
  'log.icloud-backup',
  'pairing.record',
  'phone.low-power-changed',
  'watch.percent-odd',
]);

function isNoticeable({ kind }: Evidence): boolean {
  return NOTICEABLE.has(kind);
}

/** Follows the watch while an attempt goes on, and calls when there is trouble. */
export class Vigil implements Disposable {
  readonly #course: Course;
  readonly #over = new AbortController();
  readonly #connecting: Disposable;
  #mayHaveConnected = false;
  #called: PromiseWithResolvers<Trouble> = Promise.withResolvers();
  #calledAt: number | undefined;
  #stalled = false;
  #nudged: unknown;
  #odd: string | undefined;
  readonly #rate = new RateWatch();
  #quiet = false;
  /** How much of the evidence was looked through. */
  #read = 0;

  constructor(course: Course) {
    this.#course = course;
    this.#connecting = course.means.clock.after(CONNECTING_MS, () => {
      this.#mayHaveConnected = true;
    });
    void this.#lookOn();
  }

  /** Resolves with the next trouble. */
  get trouble(): Promise<Trouble> {
    return this.#called.promise;
  }

  /** The trouble was seen to; another may be called. */
  seenTo(): void {
    this.#called = Promise.withResolvers();
    this.#calledAt = this.#now();
  }

  /** What troubled is over. */
  eased(trouble: Trouble): boolean {
    if (trouble.kind === 'waiting') return this.#course.prompt.asked === undefined;
    return trouble.kind === 'stuck' && this.#judge().state !== 'stuck';
  }

  [Symbol.dispose](): void {
    this.#connecting[Symbol.dispose]();
    this.#over.abort();
  }

  async #lookOn(): Promise<void> {
    const { clock } = this.#course.means;
    const { signal } = this.#over;
    while (!signal.aborted) {
      const before = { run: clock.ticks(), own: systemClock.ticks() };
      await clock.sleep(LOOK_EVERY_MS, signal).catch(() => undefined);
      if (signal.aborted) return;
      this.#excuseLateness(clock.ticks() - before.run, systemClock.ticks() - before.own);
      this.#look();
    }
  }

  /** What came while this program was not woken is still to be read: the silence of that time does not count. */
  #excuseLateness(runMs: number, ownMs: number): void {
    const lateMs = runMs - LOOK_EVERY_MS;
    // The run's clock may be quicker than this computer's.
    if (lateMs * (ownMs / runMs) < LATE_MS) return;
    this.#course.watch.sign({ kind: 'held-up', seconds: lateMs / 1000 }, this.#now());
  }

  #look(): void {
    const judgement = this.#judge();
    this.#lookAtPercent(judgement);
    this.#lookAtRate();
    if (judgement.state === 'stuck') this.#stuck(judgement);
    else if (this.#stalled) {
      this.#stalled = false;
      this.#course.emit({ type: 'stall.cleared', phase: judgement.phase });
    }
    if (judgement.state === 'quiet') this.#tellQuiet(judgement);
    else this.#quiet = false;
    this.#nudge();
    this.#notice();
  }

  #notice(): void {
    const { evidence } = this.#course;
    const fresh = evidence.slice(this.#read);
    this.#read = evidence.length;
    if (fresh.some(isNoticeable)) this.#call('noticed');
  }

  #stuck({ phase, silentSeconds, because, afterData, logHeard }: Judgement): void {
    const { emit } = this.#course;
    if (phase === 'connecting' && !this.#mayHaveConnected) return;
    if (!this.#stalled) {
      this.#stalled = true;
      this.#calledAt = undefined;
      emit({ type: 'stall.suspected', phase, silentSeconds: Math.round(silentSeconds), because });
      this.#course.found({
        kind: 'watch.stuck',
        source: 'watch',
        facts: {
          phase,
          silentSeconds: Math.round(silentSeconds),
          afterData,
          log: logHeard ? 'silent' : 'unread',
        },
      });
    }
    if (this.#calledAt === undefined || this.#now() - this.#calledAt >= AGAIN_SECONDS * 1000)
      this.#call('stuck');
  }

  #nudge(): void {
    const { asked } = this.#course.prompt;
    if (!asked || this.#nudged === asked) return;
    const seconds = (this.#now() - asked.at) / 1000;
    if (seconds < NUDGE_SECONDS) return;
    this.#nudged = asked;
    this.#course.found({
      kind: 'prompt.waits',
      source: 'backup-protocol',
      facts: {
        what: asked.what,
        seconds: Math.round(seconds),
        ...(asked.secondsLeft !== undefined && {
          secondsLeft: Math.max(0, Math.round(asked.secondsLeft - seconds)),
        }),
      },
    });
    this.#call('waiting');
  }

  #lookAtPercent({ odd }: Judgement): void {
    if (odd?.pattern === this.#odd) return;
    this.#odd = odd?.pattern;
    if (odd) this.#course.found({ kind: 'watch.percent-odd', source: 'watch', facts: odd });
  }

  #lookAtRate(): void {
    const { attempt, gate } = this.#course;
    const { bytes, phase } = attempt;
    // Where Thaw itself lets the phone wait, its rate tells nothing.
    const tellsNothing = phase !== 'sending' || gate.pressure() !== undefined;
    const fall = tellsNothing ? this.#rate.restart(bytes, this.#now()) : this.#rate.see(bytes, this.#now());
    if (fall) this.#course.found({ kind: 'watch.rate-fell', source: 'watch', facts: fall });
  }

  #tellQuiet({ phase, silentSeconds, weakSign }: Judgement): void {
    if (this.#quiet || weakSign === undefined) return;
    this.#quiet = true;
    this.#course.found({
      kind: 'watch.quiet',
      source: 'watch',
      facts: { phase, seconds: Math.round(silentSeconds), sign: weakSign },
    });
  }

  #call(kind: 'stuck' | 'waiting' | 'noticed'): void {
    this.#calledAt = this.#now();
    this.#called.resolve({ kind, phase: this.#course.attempt.phase, code: undefined, facts: {} });
  }

  #judge(): Judgement {
    return this.#course.watch.judge(this.#now());
  }

  #now(): number {
    return this.#course.means.clock.ticks();
  }
}
