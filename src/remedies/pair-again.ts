import { trust } from '../guide/steps/trust.ts';
import { modelOf } from '../phone/models.ts';
import { pair } from '../phone/pairing.ts';
import { attachedNow } from './reach-phone.ts';
import type { Remedy } from './remedy.ts';
import type { Situation } from './situation.ts';
import { until } from './wait.ts';

/** As long as a person may take to unlock the phone and read what it asks. */
const TRUST_MS = 300_000;

/** The pairing is made anew. The old record is put back when nothing comes of it. */
export const pairAgain: Remedy = {
  id: 'pair-again',
  requirements: ['A1', 'A10', 'C11'],
  risk: 'changes-settings',
  reach: 'tap',
  cures: { 'stale-pairing': 0.9, 'not-trusted': 0.8, 'trust-denied': 0.8, 'trust-unanswered': 0.5 },
  cost: { seconds: 60, trouble: 1 },
  tries: 1,
  sentence: () => 'Pairing with the iPhone anew.',
  may: ({ trouble }) => /^phone\.(?:tls|not-trusted|trust-|session-lost)/.test(trouble.code ?? ''),
  apply: async (situation, signal) => {
    const { mux } = situation;
    const device = await attachedNow(situation, signal);
    const limitMs = situation.patience(TRUST_MS);
    if (!device) return 'failed';
    const old = await mux.readPairRecord(device.udid, signal);
    await mux.deletePairRecord(device.udid, signal);
    ask(situation, limitMs);
    try {
      if (await until(situation, limitMs, (now) => isPaired(situation, limitMs, now), signal)) return 'done';
      if (old) await mux.savePairRecord(device, old, signal);
      return 'not-done';
    } catch (thrown) {
      if (old) await mux.savePairRecord(device, old, AbortSignal.timeout(TRUST_MS));
      throw thrown;
    }
  },
};

/** A phone that was told not to trust says so at once, until it is plugged in anew; then it asks again. */
async function isPaired(situation: Situation, limitMs: number, signal: AbortSignal): Promise<boolean> {
  const { mux, clock } = situation;
  const device = await attachedNow(situation, signal);
  if (!device) return false;
  await pair({ mux, device, clock }, { limitMs, onAsk: () => undefined }, signal);
  return true;
}

function ask({ emit, productType, trouble }: Situation, limitMs: number): void {
  const again =
    trouble.code === 'phone.trust-denied' ? ['Pull the cable out of the iPhone and plug it in again.'] : [];
  emit({
    type: 'person.needed',
    step: trust.id,
    sentence: trust.sentence({}),
    actions: [...again, ...trust.actions(modelOf(productType), {})],
    ...(productType !== undefined && { productType }),
    secondsLeft: Math.round(limitMs / 1000),
  });
}
