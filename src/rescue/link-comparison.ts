import type { EvidenceFacts } from '../kit/evidence.ts';
import type { RunFact } from '../kit/run-event.ts';

type Port = EvidenceFacts['link.port'];

/** Less than this is a burst out of a buffer, and tells nothing of a link. */
const LEAST_SECONDS = 4;
const LEAST_BYTES = 500_000;

/** What the link carries in one attempt, while the phone is sending. */
interface Carried {
  readonly fromBytes: number;
  readonly fromTicks: number;
  bytes: number;
  ticks: number;
}

/** Measures what another cable or port changed: what the link carried before, and what it carries after. */
export class LinkComparison {
  /** Of this attempt. */
  #now: Carried | undefined;
  /** Of earlier attempts over the same link, the longest. */
  #before: Carried | undefined;
  #portBefore: Port | undefined;
  #port: Port | undefined;
  #isChanged = false;

  /** The phone was plugged in anew, by a person who was asked to. */
  changed(): void {
    this.newAttempt();
    this.#isChanged = true;
    this.#portBefore = this.#port;
  }

  newAttempt(): void {
    if (!this.#isChanged && secondsOf(this.#now) > secondsOf(this.#before)) this.#before = this.#now;
    this.#now = undefined;
  }

  port(port: Port): void {
    this.#port = port;
  }

  /** The comparison, once, as soon as there is enough to compare. */
  progress(
    fact: Extract<RunFact, { type: 'progress' }>,
    ticks: number,
  ): EvidenceFacts['link.compared'] | undefined {
    const { bytes, phase } = fact;
    if (phase !== 'sending') return undefined;
    this.#now ??= { fromBytes: bytes, fromTicks: ticks, bytes, ticks };
    Object.assign(this.#now, { bytes, ticks });
    const before = rateOf(this.#before);
    const after = rateOf(this.#now);
    if (!this.#isChanged || before === undefined || after === undefined) return undefined;
    this.#isChanged = false;
    this.#before = undefined;
    return { bytesPerSecondBefore: before, bytesPerSecond: after, ...this.#ports() };
  }

  #ports(): Partial<EvidenceFacts['link.compared']> {
    const [from, to] = [this.#portBefore, this.#port];
    const [was, is] = [from?.megabitsPerSecond, to?.megabitsPerSecond];
    const place = from?.location;
    return {
      ...(was !== undefined && { megabitsPerSecondBefore: was }),
      ...(is !== undefined && { megabitsPerSecond: is }),
      ...(place !== undefined && { samePlace: place === to?.location }),
    };
  }
}

function secondsOf(carried: Carried | undefined): number {
  return carried ? (carried.ticks - carried.fromTicks) / 1000 : 0;
}

function rateOf(carried: Carried | undefined): number | undefined {
  const seconds = secondsOf(carried);
  const bytes = carried ? carried.bytes - carried.fromBytes : 0;
  return seconds < LEAST_SECONDS || bytes < LEAST_BYTES ? undefined : Math.round(bytes / seconds);
}
