import type { Grounds } from '../kit/grounds.ts';
import type { Phase, RunFact } from '../kit/run-event.ts';
import { because } from './because.ts';
import { type PercentOddity, PercentWatch } from './percent-watch.ts';
import type { Norms, PhaseNorm, Sign } from './sign.ts';

/** What a person may be waited for. */
export type Asked = Extract<RunFact, { type: 'phone.asks' }>['what'];

export interface Judgement {
  /** `waiting`: for a person. `quiet`: nothing arrives, and that is still normal here. */
  readonly state: 'moving' | 'quiet' | 'waiting' | 'stuck';
  readonly phase: Phase;
  /** Since the last sign of life of any worth. */
  readonly silentSeconds: number;
  /** Why the watch believes so, in words. */
  readonly because: string;
  /** The same as figures. */
  readonly grounds: Grounds;
  readonly waitingFor?: Asked;
  /** The newest weak sign, where only such are seen. */
  readonly weakSign?: string;
  /** The phone's log was heard in this run, so that its silence counts. */
  readonly logHeard: boolean;
  /** Data has arrived in this attempt. */
  readonly afterData: boolean;
  readonly odd?: PercentOddity;
}

type Silence = Pick<Grounds, 'strongSeconds' | 'silentSeconds' | 'limitSeconds'>;

const STATES = {
  moving: 'moving',
  waiting: 'waiting',
  quiet: 'quiet',
  away: 'stuck',
  mute: 'stuck',
  silent: 'stuck',
} as const satisfies Readonly<Record<Grounds['reason'], Judgement['state']>>;

/** So many unanswered questions in a row are no accident. */
const MUTE_TIMES = 2;

/**
 * Tells moving from quiet, from waiting for a person, from stuck. Has no clock: every call brings the time (ticks, in
 * milliseconds). It never calls a run stuck while a sign of life that belongs to the phase moves, and always does
 * once all have been silent for the phase's limit.
 */
export class Watch {
  #norms: Norms;
  #phase: Phase = 'connecting';
  #strongAt: number;
  #weakAt: number;
  #weakSign: string | undefined;
  #mutes = 0;
  #awaySince: number | undefined;
  #asked: { readonly what: Asked; readonly at: number } | undefined;
  #excused = 0;
  #logHeard = false;
  #afterData = false;
  #percent = new PercentWatch();
  #seen = { bytes: 0, files: 0 };

  constructor(norms: Norms, ticks: number) {
    this.#norms = norms;
    this.#strongAt = ticks;
    this.#weakAt = ticks;
  }

  /** What is normal for this very phone, once it is known which it is. */
  goBy(norms: Norms): void {
    this.#norms = norms;
  }

  /** A new phase is itself a sign of life; a new attempt begins with `connecting`. */
  phase(phase: Phase, ticks: number): void {
    this.#phase = phase;
    if (phase === 'connecting') {
      this.#percent = new PercentWatch();
      this.#seen = { bytes: 0, files: 0 };
      this.#afterData = false;
      this.#asked = undefined;
      this.#awaySince = undefined;
    }
    this.#strong(ticks);
  }

  sign(sign: Sign, ticks: number): void {
    if (sign.kind === 'held-up') this.#excuse(sign.seconds, ticks);
    if (sign.kind === 'mute') this.#mutes += 1;
    if (sign.kind === 'ping') this.#mutes = 0;
    if (sign.kind === 'log') this.#logHeard = true;
    if (sign.kind === 'detached') this.#awaySince ??= ticks;
    if (sign.kind === 'attached') this.#awaySince = undefined;
    if (sign.kind === 'bytes') this.#afterData = true;
    const norm = this.#norm();
    const counts = sign.kind !== 'percent' || this.#percent.see(sign.percent);
    if (counts && norm.strong.includes(sign.kind)) this.#strong(ticks);
    else if (norm.weak.includes(sign.kind)) {
      this.#weakAt = ticks;
      this.#weakSign = sign.kind;
    }
  }

  /** The phone asks a person for something. */
  asked(what: Asked, ticks: number): void {
    this.#asked ??= { what, at: ticks };
  }

  answered(ticks: number): void {
    this.#asked = undefined;
    this.#strong(ticks);
  }

  /** Takes whatever the run itself tells as the signs it is made of. */
  see(fact: RunFact, ticks: number): void {
    if (fact.type === 'phase.changed') this.phase(fact.phase, ticks);
    if (fact.type === 'phone.asks') this.asked(fact.what, ticks);
    if (fact.type === 'phone.answered') this.answered(ticks);
    if (fact.type === 'link.lost') this.sign({ kind: 'detached', of: 'run' }, ticks);
    if (fact.type === 'link.back') this.sign({ kind: 'attached', of: 'run' }, ticks);
    if (fact.type === 'verify.progress') this.sign({ kind: 'files' }, ticks);
    if (fact.type !== 'progress') return;
    this.sign({ kind: 'message' }, ticks);
    if (fact.bytes > this.#seen.bytes) this.sign({ kind: 'bytes' }, ticks);
    if (fact.files > this.#seen.files) this.sign({ kind: 'files' }, ticks);
    this.#seen = { bytes: fact.bytes, files: fact.files };
    this.sign({ kind: 'percent', percent: fact.percent }, ticks);
  }

  judge(ticks: number): Judgement {
    const { stuckAfterSeconds, unheardAfterSeconds } = this.#norm();
    const strongSeconds = this.#since(this.#strongAt, ticks);
    const silentSeconds = this.#since(Math.max(this.#strongAt, this.#weakAt), ticks);
    const limitSeconds = this.#logHeard ? stuckAfterSeconds : unheardAfterSeconds;
    const waitingFor = this.#waitingFor(ticks);
    const weakSign = this.#weakAt > this.#strongAt ? this.#weakSign : undefined;
    const odd = this.#percent.odd(strongSeconds >= this.#norms.noEndSeconds);
    const silence = { strongSeconds, silentSeconds, limitSeconds };
    const reason = this.#reason(ticks, silence);
    const grounds = { reason, ...silence, weakSign, waitingFor };
    return {
      state: STATES[reason],
      phase: this.#phase,
      silentSeconds,
      because: because(grounds),
      grounds,
      logHeard: this.#logHeard,
      afterData: this.#afterData,
      ...(reason === 'waiting' && waitingFor !== undefined && { waitingFor }),
      ...(weakSign !== undefined && { weakSign }),
      ...(odd !== undefined && { odd }),
    };
  }

  #reason(ticks: number, { strongSeconds, silentSeconds, limitSeconds }: Silence): Grounds['reason'] {
    const { awaySeconds, muteSeconds } = this.#norms;
    if (strongSeconds < this.#norm().quietAfterSeconds) return 'moving';
    if (this.#waitingFor(ticks) !== undefined) return 'waiting';
    if (this.#awaySince !== undefined && this.#since(this.#awaySince, ticks) >= awaySeconds) return 'away';
    if (this.#mutes >= MUTE_TIMES && silentSeconds >= muteSeconds) return 'mute';
    return silentSeconds >= limitSeconds ? 'silent' : 'quiet';
  }

  #norm(): PhaseNorm {
    return this.#norms.phases[this.#phase];
  }

  #strong(ticks: number): void {
    this.#strongAt = Math.max(this.#strongAt, ticks);
    this.#mutes = 0;
    this.#excused = 0;
  }

  /** Silence while this computer was held up is not counted, within bounds. */
  #excuse(seconds: number, ticks: number): void {
    const left = this.#norms.excusedSeconds - this.#excused;
    const given = Math.max(0, Math.min(seconds, left));
    this.#excused += given;
    this.#strongAt = Math.min(ticks, this.#strongAt + given * 1000);
    this.#weakAt = Math.min(ticks, this.#weakAt + given * 1000);
  }

  #waitingFor(ticks: number): Asked | undefined {
    if (this.#asked === undefined || this.#since(this.#asked.at, ticks) >= this.#norms.personSeconds)
      return undefined;
    return this.#asked.what;
  }

  #since(then: number, ticks: number): number {
    return Math.max(0, ticks - then) / 1000;
  }
}
