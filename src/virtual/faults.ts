import { abortable } from '../kit/signals.ts';
import { Broadcast } from './broadcast.ts';
import { AgentKilled, type FaultTraits, type Phase, type Strike, type Trigger } from './fault.ts';
import { type Fault, faultVerbs } from './fault-verbs.ts';
import type { OwnerStep } from './owner-steps.ts';
import type { VirtualPhone } from './phone.ts';

/** Where the agent stands in its work. */
export interface Point {
  readonly phase: Phase;
  /** Bytes of file contents sent in this conversation. */
  readonly bytesSent?: number;
  /** Number of the file in hand, from 1. */
  readonly file?: number;
  /** The file in hand, by a name that is the same in every conversation. */
  readonly path?: string;
  readonly percent?: number;
}

interface Armed {
  readonly fault: Fault;
  readonly traits: FaultTraits;
  readonly deed: (strike: Strike<unknown>) => Promise<void>;
  strikesLeft: number;
  struckInThisRun: boolean;
  /** The file it stays with. */
  path?: string;
}

/** A fault struck; `over` aborts when it is over. */
export interface Struck {
  readonly fault: Fault;
  readonly over: AbortSignal;
}

/** The faults of a scenario, and those set off by hand. */
export class Faults {
  /** Told as each strikes. */
  readonly struck = new Broadcast<Struck>();
  readonly #phone: VirtualPhone;
  readonly #armed: Armed[];
  /** Faults that fall on the agent and were set off elsewhere: they strike at its next step. */
  readonly #due: Armed[] = [];
  #phase: Phase | undefined;
  #bytesPaced = 0;

  constructor(phone: VirtualPhone, faults: readonly Fault[]) {
    this.#phone = phone;
    this.#armed = faults.map(arm);
  }

  /** The phone is up: faults without a trigger strike now, those that go by the clock alone when their time comes. */
  start(): void {
    for (const armed of this.#armed) {
      const { seconds, ...others } = armed.fault.when;
      if (Object.values(others).some((value) => value !== undefined)) continue;
      if (seconds !== undefined) this.#setOffEvery(seconds, armed);
      else if (armed.traits.falls === 'phone') this.#setOff(armed);
    }
  }

  /** Sets off a fault by hand, now. */
  set(fault: Fault): void {
    this.#setOff(arm(fault));
  }

  /** The cause is gone: faults of this verb strike no more. */
  forget(verb: Fault['do']): void {
    for (const armed of this.#armed) if (armed.fault.do === verb) armed.strikesLeft = 0;
  }

  /** The agent calls this when a conversation with a computer begins. */
  beginRun(): void {
    this.#phase = undefined;
    this.#bytesPaced = 0;
    for (const armed of this.#armed) armed.struckInThisRun = false;
  }

  /**
   * The agent calls this at every step of its work. Waits while a fault holds it up; throws `AgentFault`,
   * `UnreadableFile` or `AgentKilled`, or the signal's reason when the link was cut.
   */
  async pass(point: Point, signal: AbortSignal): Promise<void> {
    if (this.#phase !== point.phase) this.#enter(point.phase);
    await this.#phone.responsive(signal);
    for (const armed of this.#armed) {
      if (!mayStrike(armed) || !isAimedAt(armed, point)) continue;
      if (armed.traits.staysWithFile && point.path !== undefined) armed.path = point.path;
      await this.#strike(armed, signal);
    }
    for (let due = this.#due.shift(); due; due = this.#due.shift()) await this.#strike(due, signal);
    await this.#keepPace(point, signal);
    if (signal.aborted) throw new AgentKilled('the conversation was cut');
  }

  #enter(phase: Phase): void {
    this.#phase = phase;
    for (const armed of this.#armed) {
      const { when } = armed.fault;
      if (when.phase !== phase || when.seconds === undefined) continue;
      this.#phone.later(when.seconds, () => mayStrike(armed) && this.#setOff(armed));
    }
  }

  #setOffEvery(seconds: number, armed: Armed): void {
    this.#phone.later(seconds, () => {
      this.#setOff(armed);
      if (armed.strikesLeft > 0) this.#setOffEvery(seconds, armed);
    });
  }

  #setOff(armed: Armed): void {
    if (armed.traits.falls === 'agent') this.#due.push(armed);
    else void this.#strike(armed, this.#phone.gone).catch(passOnUnlessOver);
  }

  async #strike(armed: Armed, signal: AbortSignal): Promise<void> {
    armed.struckInThisRun = true;
    armed.strikesLeft -= 1;
    const phone = this.#phone;
    if (phone.random.next() >= armed.fault.probability) return;
    const over = this.#period(armed);
    if (armed.fault.until && armed.traits.falls === 'agent')
      over.addEventListener('abort', () => {
        armed.strikesLeft = 0;
      });
    this.struck.emit({ fault: armed.fault, over });
    await abortable(armed.deed({ phone, parameters: undefined, over, signal }), signal);
  }

  /** Aborts when the fault is over. */
  #period({ fault, traits }: Armed): AbortSignal {
    const over = new AbortController();
    const end = (): void => over.abort();
    const endings = new DisposableStack();
    const seconds = fault.seconds ?? (fault.until ? undefined : traits.seconds);
    if (seconds !== undefined) endings.use(this.#phone.later(seconds, end));
    if (fault.until) endings.use(this.#when(fault.until, end));
    this.#phone.gone.addEventListener('abort', end, { signal: over.signal });
    over.signal.addEventListener('abort', () => endings.dispose());
    return over.signal;
  }

  #when(event: 'reboot' | 'reconnect' | OwnerStep, happened: () => void): Disposable {
    const phone = this.#phone;
    if (event === 'reboot') return phone.restarted.subscribe(happened);
    if (event === 'reconnect') return phone.cable.changed.subscribe((connected) => connected && happened());
    return phone.owner.stepped.subscribe((step) => step === event && happened());
  }

  async #keepPace({ bytesSent = 0 }: Point, signal: AbortSignal): Promise<void> {
    const bytes = bytesSent - this.#bytesPaced;
    if (bytes <= 0) return;
    this.#bytesPaced = bytesSent;
    const pace = this.#phone.paceBytesPerSecond;
    if (pace !== undefined) await this.#phone.clock.sleep((bytes / pace) * 1000, signal);
  }
}

function arm(fault: Fault): Armed {
  const verb = faultVerbs.find((candidate) => candidate.verb === fault.do);
  if (!verb) throw new TypeError(`unknown fault ${fault.do}`);
  // What falls on the agent until something happens is there in every conversation until then.
  const lasting = fault.until && verb.traits.falls === 'agent' ? Number.MAX_SAFE_INTEGER : undefined;
  const strikesLeft = fault.times ?? verb.traits.times ?? lasting ?? 1;
  return { fault, traits: verb.traits, deed: verb.bind(fault), strikesLeft, struckInThisRun: false };
}

/** What lasts is broken off when the fault is over or the phone gone; all else is a mistake of ours, and is to be seen. */
function passOnUnlessOver(thrown: unknown): void {
  if (!(thrown instanceof Error && thrown.name === 'AbortError')) throw thrown;
}

function mayStrike(armed: Armed): boolean {
  return armed.strikesLeft > 0 && !armed.struckInThisRun;
}

function isAimedAt({ path, fault }: Armed, point: Point): boolean {
  return path === undefined ? isMet(fault.when, point) : path === point.path;
}

/** Triggers that go by the clock are no matter of the agent's steps. */
function isMet(when: Trigger, point: Point): boolean {
  if (when.seconds !== undefined) return false;
  if (when.phase !== undefined && when.phase !== point.phase) return false;
  if (when.bytesSent !== undefined && (point.bytesSent ?? -1) < when.bytesSent) return false;
  if (when.file !== undefined && (point.file ?? -1) < when.file) return false;
  if (when.percent !== undefined && (point.percent ?? -1) < when.percent) return false;
  return true;
}
