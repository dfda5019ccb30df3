import { diagnose } from '../../diagnosis/diagnose.ts';
import type { StepFacts } from '../../guide/guided-step.ts';
import { stepNamed } from '../../guide/steps.ts';
import type { Clock } from '../../kit/clock.ts';
import type { Evidence, RemedyResult } from '../../kit/evidence.ts';
import type { Emit } from '../../kit/run-event.ts';
import { modelOf } from '../../phone/models.ts';
import { icloudRemedies } from '../../remedies/icloud-by-hand.ts';
import type { Remedy } from '../../remedies/remedy.ts';
import { chooseRemedy } from '../../rescue/choose.ts';

interface Asked {
  readonly remedy: Remedy;
  readonly until: number;
}

/** Asks the person for what may help an iCloud backup, one thing at a time, and keeps what came of each. */
export class Asking {
  readonly tried: { readonly id: string; readonly result: RemedyResult }[] = [];
  readonly #clock: Clock;
  readonly #emit: Emit;
  readonly #productType: string;
  #asked: Asked | undefined;

  constructor(clock: Clock, emit: Emit, productType: string) {
    this.#clock = clock;
    this.#emit = emit;
    this.#productType = productType;
  }

  /** The step that is waited for. */
  get step(): string | undefined {
    return this.#asked?.remedy.id;
  }

  /** Its time is over. */
  get isLate(): boolean {
    return this.#asked !== undefined && this.#clock.ticks() >= this.#asked.until;
  }

  /** Asks for what is worth most by this evidence and was not asked yet. False when nothing is left. */
  next(evidence: readonly Evidence[], facts: StepFacts): boolean {
    const asked = new Set(this.tried.map(({ id }) => id));
    const chosen = chooseRemedy(diagnose(evidence), icloudRemedies, ({ id }) => !asked.has(id));
    const step = chosen && stepNamed(chosen.remedy.id);
    if (!chosen || !step) return false;
    const { remedy } = chosen;
    this.#asked = { remedy, until: this.#clock.ticks() + step.patienceSeconds * 1000 };
    const sentence = step.sentence(facts);
    this.#emit({ type: 'remedy.started', remedy: remedy.id, risk: remedy.risk, sentence });
    this.#emit({
      type: 'person.needed',
      step: step.id,
      sentence,
      actions: step.actions(modelOf(this.#productType), facts),
      facts,
      productType: this.#productType,
      ...(step.patienceSeconds > 0 && { secondsLeft: step.patienceSeconds }),
    });
    return true;
  }

  /** What came of the asked step; gives it as evidence. Undefined when none is waited for. */
  settle(result: RemedyResult): Evidence | undefined {
    if (!this.#asked) return undefined;
    const { remedy } = this.#asked;
    this.#asked = undefined;
    this.tried.push({ id: remedy.id, result });
    this.#emit({ type: 'remedy.finished', remedy: remedy.id, result });
    const facts = { remedy: remedy.id, result, cures: remedy.cures };
    return { kind: 'remedy.tried', source: 'remedy', at: this.#clock.now().toISOString(), facts };
  }
}
