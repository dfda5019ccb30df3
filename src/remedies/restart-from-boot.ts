import { restartFromBoot as step } from '../guide/steps/restart-from-boot.ts';
import { unlock } from '../guide/steps/unlock.ts';
import { askPerson } from './ask-person.ts';
import { isLocked } from './probes/phone-probes.ts';
import type { Remedy } from './remedy.ts';
import { lastOf, type Situation } from './situation.ts';

/** Out of recovery or DFU by the phone's own buttons, then its first unlock. */
export const restartFromBoot: Remedy = {
  id: step.id,
  requirements: step.requirements,
  risk: 'interrupts',
  reach: step.reach,
  cures: { 'dfu-mode': 0.9, 'recovery-mode': 0.6 },
  cost: { seconds: 180, trouble: 4 },
  tries: 1,
  sentence: (situation) => step.sentence({ mode: modeIn(situation) }),
  may: (situation) => modeIn(situation) !== undefined,
  apply: async (situation, signal) => {
    const back = await askPerson(situation, step, { mode: modeIn(situation) }, signal);
    if (back !== 'done' || !(await isLocked(situation, signal))) return back;
    return await askPerson(situation, unlock, {}, signal);
  },
};

function modeIn(situation: Situation): 'recovery' | 'dfu' | undefined {
  if (situation.trouble.code === 'phone.dfu') return 'dfu';
  if (situation.trouble.code === 'phone.recovery') return 'recovery';
  const mode = lastOf(situation, 'phone.mode')?.mode;
  return mode === 'restore' ? undefined : mode;
}
