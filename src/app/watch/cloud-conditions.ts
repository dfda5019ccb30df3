import type { Clock } from '../../kit/clock.ts';
import type { EvidenceFacts } from '../../kit/evidence.ts';
import type { Missing } from '../../kit/watch-saying.ts';

type Facts = EvidenceFacts['cloud.conditions'];

/** Something missing is worth a word of its own when it lasts so long. */
const LASTS_MS = 30_000;

/** What a backup that begins by itself needs, as the phone last said, and whether it has been missing for long. */
export class CloudConditions {
  readonly #clock: Clock;
  #missing: readonly Missing[] = [];
  #unmet: { readonly facts: Facts; readonly since: number } | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get missing(): readonly Missing[] {
    return this.#missing;
  }

  /** True when something was missing before, and nothing is now. */
  hear(facts: Facts): boolean {
    const wasMissing = this.#missing.length > 0;
    this.#missing = missingIn(facts);
    this.#unmet = undefined;
    return wasMissing && this.#missing.length === 0;
  }

  /** A backup waits for what is missing by `facts`, from now on. */
  waits(facts: Facts): void {
    this.#unmet = { facts, since: this.#clock.ticks() };
  }

  /** No backup waits any more. */
  over(): void {
    this.#unmet = undefined;
  }

  /** What a backup has waited for so long that it is worth telling; told once. */
  lasting(): Facts | undefined {
    if (!this.#unmet || this.#clock.ticks() - this.#unmet.since < LASTS_MS) return undefined;
    const { facts } = this.#unmet;
    this.#unmet = undefined;
    return facts;
  }
}

function missingIn({ power, wifi, locked }: Facts): readonly Missing[] {
  const needs = { power, wifi, lock: locked };
  return (['power', 'wifi', 'lock'] as const).filter((need) => !needs[need]);
}
