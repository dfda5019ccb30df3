import { modelKindOf } from '../guide/model-kind.ts';
import { trust } from '../guide/steps/trust.ts';
import { isAbort } from '../kit/errors.ts';
import { pair } from '../phone/pairing.ts';
import { attachedNow } from './reach-phone.ts';
import type { Remedy } from './remedy.ts';
import type { Situation } from './situation.ts';

/** As long as a person may take to unlock the phone and read what it asks. */
const TRUST_MS = 300_000;

/** The pairing is made anew. The old record is put back when nothing comes of it. */
export const pairAgain: Remedy = {
  id: 'pair-again',
  requirements: ['A1', 'A10', 'C11'],
  risk: 'changes-settings',
  reach: 'tap',
  cures: { 'stale-pairing': 0.9, 'not-trusted': 0.8, '*': 0.05 },
  cost: { seconds: 60, trouble: 1 },
  tries: 1,
  sentence: () => 'Pairing with the iPhone anew.',
  may: ({ trouble }) => /^phone\.(?:tls|not-trusted|trust-|session-lost)/.test(trouble.code ?? ''),
  apply: async (situation, signal) => {
    const { mux, clock } = situation;
    const device = await attachedNow(situation, signal);
    const limitMs = situation.patience(TRUST_MS);
    if (!device) return 'failed';
    const old = await mux.readPairRecord(device.udid, signal);
    await mux.deletePairRecord(device.udid, signal);
    try {
      await pair({ mux, device, clock }, { limitMs, onAsk: () => ask(situation, limitMs) }, signal);
      return 'done';
    } catch (thrown) {
      if (old) await mux.savePairRecord(device, old, AbortSignal.timeout(TRUST_MS));
      if (isAbort(thrown, signal)) throw thrown;
      return 'not-done';
    }
  },
};

function ask({ emit, productType }: Situation, limitMs: number): void {
  emit({
    type: 'person.needed',
    step: trust.id,
    sentence: trust.sentence({}),
    actions: trust.actions(modelKindOf(productType), {}),
    ...(productType !== undefined && { productType }),
    secondsLeft: Math.round(limitMs / 1000),
  });
}
