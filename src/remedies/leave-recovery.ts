import { unlock } from '../guide/steps/unlock.ts';
import { RecoveryError } from '../host/recovery/errors.ts';
import { leaveRecovery as sayLeave } from '../host/recovery/irecovery.ts';
import type { Facts } from '../kit/errors.ts';
import { askPerson } from './ask-person.ts';
import { modeOnBus, runsIos } from './probes/mode-probes.ts';
import { isLocked } from './probes/phone-probes.ts';
import type { Remedy } from './remedy.ts';
import { lastOf, type Situation } from './situation.ts';
import { until } from './wait.ts';

/** From the command to the lock screen. */
const BOOT_MS = 180_000;

/**
 * Recovery mode is left by the command that every such program gives: start iOS from now on, and restart. One that ends
 * up there again has taken the command all the same: then it is not this that it needs.
 */
export const leaveRecovery: Remedy = {
  id: 'leave-recovery',
  requirements: ['C13', 'C1'],
  risk: 'interrupts',
  reach: 'auto',
  cures: { 'recovery-mode': 0.8, 'recovery-loop': 0.15 },
  cost: { seconds: 90, trouble: 0 },
  tries: 1,
  sentence: () => 'Telling the iPhone to leave recovery mode. Nothing on it is lost.',
  may: (situation) =>
    situation.trouble.code === 'phone.recovery' || lastOf(situation, 'phone.mode')?.mode === 'recovery',
  apply: async (situation, signal) => {
    await tellIt(situation, signal);
    const landed = landing(situation);
    if (!(await until(situation, BOOT_MS, landed, signal))) return 'failed';
    if (!(await runsIos(situation, signal)) || !(await isLocked(situation, signal))) return 'done';
    return await askPerson(situation, unlock, {}, signal);
  },
};

async function tellIt({ emit, trouble }: Situation, signal: AbortSignal): Promise<void> {
  const { ecid } = trouble.facts;
  try {
    await sayLeave({ ecid: typeof ecid === 'string' ? ecid : undefined }, signal);
  } catch (thrown) {
    if (thrown instanceof RecoveryError)
      emit({ type: 'note', code: thrown.code, facts: definedOnly(thrown.facts) });
    throw thrown;
  }
}

function definedOnly(facts: Facts): Record<string, string | number | boolean> {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([name, fact]) => (fact === undefined ? [] : [[name, fact] as const])),
  );
}

/** True when it runs iOS, or was away and is in recovery once more. */
function landing(situation: Situation): (signal: AbortSignal) => Promise<boolean> {
  let wasAway = false;
  return async (signal) => {
    if (await runsIos(situation, signal)) return true;
    const mode = await modeOnBus(situation, signal);
    if (mode === undefined) wasAway = true;
    return wasAway && mode === 'recovery';
  };
}
