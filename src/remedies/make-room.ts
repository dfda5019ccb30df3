import { sizeInWords } from '../kit/amounts.ts';
import { checkDestination, freeBytesOf } from '../vault/destination.ts';
import { openVault } from '../vault/vault.ts';
import { missingBytes } from './probes/destination-probes.ts';
import type { Remedy } from './remedy.ts';
import type { Situation } from './situation.ts';

const FULL = new Set(['backup.no-space', 'destination.full']);

/** Thaw's own earlier states go, the oldest first, and only as many as are needed. The backup itself stays. */
export const freeOldStates: Remedy = {
  id: 'free-old-states',
  requirements: ['B4', 'B13', 'D1'],
  risk: 'sets-aside-data',
  reach: 'auto',
  cures: { 'destination-full': 0.5 },
  cost: { seconds: 20, trouble: 1 },
  tries: 1,
  sentence: () => 'Making room: the oldest earlier states that Thaw keeps are deleted.',
  may: ({ trouble, udid }) => FULL.has(trouble.code ?? '') && udid !== undefined,
  apply: async (situation, signal) => ((await prune(situation, signal)) > 0 ? 'done' : 'failed'),
};

/** Frees what is missing; gives the bytes. */
async function prune(situation: Situation, signal: AbortSignal): Promise<number> {
  const { udid, plan, clock, emit } = situation;
  if (udid === undefined) return 0;
  const vault = openVault(await checkDestination(plan.destination, signal), udid, { clock });
  const earlier = (await vault.generations()).filter(({ state }) => state !== 'current');
  const missing = missingBytes(situation);
  const kept = earlier.reduce((sum, { keptBytes }) => sum + keptBytes, 0);
  // What would not be enough is not deleted for nothing.
  if (missing !== undefined && kept < missing) return 0;
  let keep = earlier.length;
  for (let freed = 0; keep > 0 && freed < (missing ?? kept); keep -= 1)
    freed += earlier[earlier.length - keep]?.keptBytes ?? 0;
  const before = await freeBytesOf(plan.destination);
  await vault.prune(keep, signal);
  const bytes = Math.max(0, (await freeBytesOf(plan.destination)) - before);
  emit({ type: 'note', code: 'room-made', facts: { bytes, inWords: sizeInWords(bytes) } });
  return bytes;
}
