import type { Diagnosis } from '../diagnosis/diagnose.ts';
import { riskClasses } from '../kit/evidence.ts';
import type { Remedy } from '../remedies/remedy.ts';

/** What a unit of trouble for the person counts, in seconds of waiting. */
const TROUBLE_SECONDS = 120;
/** Less hope is not worth a try; on a mere suspicion no data is set aside, and nobody asked to change a thing. */
const LEAST_HOPE = 0.1;
const LEAST_HOPE_AT_A_PRICE = 0.25;
/** When all that works by itself was tried, a person would rather be asked to move the cable than be told that it failed. */
const LEAST_HOPE_BY_HAND = 0.12;
/** The entry of `cures` for causes nobody knows. */
const UNKNOWN = '*';

export interface Choice {
  readonly remedy: Remedy;
  /** That it cures, 0…1. */
  readonly hope: number;
}

/**
 * The remedy to try next: of the mildest risk class in which any is worth a try, the one with the best hope for its
 * cost. `may` says which can be tried now. Nothing that erases is ever chosen here: that takes a person's consent.
 */
export function chooseRemedy(
  diagnosis: Diagnosis,
  remedies: readonly Remedy[],
  may: (remedy: Remedy) => boolean,
): Choice | undefined {
  const worth = remedies
    .filter((remedy) => remedy.risk !== 'erases' && may(remedy))
    .map((remedy) => ({ remedy, hope: hopeOf(remedy, diagnosis) }))
    .filter(({ remedy, hope }) => hope >= leastHope(remedy));
  const mildest = riskClasses.find((risk) => worth.some(({ remedy }) => remedy.risk === risk));
  return worth
    .filter(({ remedy }) => remedy.risk === mildest)
    .reduce<Choice | undefined>(
      (best, one) => (best && worthOf(best) >= worthOf(one) ? best : one),
      undefined,
    );
}

/** The chance that a remedy cures, over all that may be the cause. */
function hopeOf({ cures }: Remedy, { ranked, noneOfThese }: Diagnosis): number {
  const known = ranked.reduce((sum, { cause, certainty }) => sum + certainty * (cures[cause.id] ?? 0), 0);
  return known + noneOfThese * (cures[UNKNOWN] ?? 0);
}

function leastHope({ reach, risk }: Remedy): number {
  if (reach === 'auto') return risk === 'sets-aside-data' ? LEAST_HOPE_AT_A_PRICE : LEAST_HOPE;
  return risk === 'interrupts' ? LEAST_HOPE_BY_HAND : LEAST_HOPE_AT_A_PRICE;
}

function worthOf({ remedy: { cost }, hope }: Choice): number {
  return hope / (cost.seconds + cost.trouble * TROUBLE_SECONDS);
}
