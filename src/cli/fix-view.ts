import type { Clock } from '../kit/clock.ts';
import type { RunFact } from '../kit/run-event.ts';
import { LiveLine } from './live-line.ts';
import { RescueTelling } from './rescue-lines.ts';

/** Shows what a fix does, and counts along with a person who holds buttons. */
export class FixView implements Disposable {
  readonly #clock: Clock;
  readonly #signal: AbortSignal;
  readonly #live: LiveLine;
  readonly #telling = new RescueTelling();
  #step: AbortController | undefined;

  /** `signal`: of the fix; counting ends with it. */
  constructor(clock: Clock, signal: AbortSignal) {
    this.#clock = clock;
    this.#signal = signal;
    this.#live = new LiveLine(process.stdout, () => clock.ticks());
  }

  tell(fact: RunFact): void {
    if (fact.type === 'remedy.progress')
      this.#live.progress(`${fact.sentence}${fact.percent === null ? ' …' : `  ${fact.percent} %`}`);
    const at = this.#clock.now().toISOString();
    for (const line of this.#telling.of({ ...fact, at, run: 'fix' })) this.#live.line(line);
    if (fact.type === 'person.needed' && process.stdin.isTTY && process.stdout.isTTY) {
      this.#stepOver();
      this.#step = new AbortController();
      const over = AbortSignal.any([this.#step.signal, this.#signal]);
      // It helps; what matters is what the phone is seen to do.
      this.#count(fact.step, fact.productType, over).catch(() => undefined);
    }
    if (fact.type === 'remedy.finished') this.#stepOver();
  }

  line(text: string): void {
    this.#live.line(text);
  }

  [Symbol.dispose](): void {
    this.#stepOver();
    this.#live[Symbol.dispose]();
  }

  async #count(step: string, productType: string | undefined, over: AbortSignal): Promise<void> {
    const [{ stepTiming }, { countAlong }] = await Promise.all([
      import('../app/step-timing.ts'),
      import('./count-along.ts'),
    ]);
    const stages = stepTiming(step, productType);
    if (stages) await countAlong(stages, this.#live, this.#clock, over);
  }

  #stepOver(): void {
    this.#step?.abort();
  }
}
