import { forceRestart as step } from '../guide/steps/force-restart.ts';
import { unlock } from '../guide/steps/unlock.ts';
import { askPerson } from './ask-person.ts';
import { isLocked } from './probes/phone-probes.ts';
import type { Remedy } from './remedy.ts';

/** For a phone that takes no command any more: its buttons, then its first unlock. */
export const forceRestart: Remedy = {
  id: step.id,
  requirements: step.requirements,
  risk: 'interrupts',
  reach: step.reach,
  cures: { 'phone-frozen': 0.9, 'backup-daemon-silent': 0.6, 'leftover-on-phone': 0.7, '*': 0.2 },
  cost: { seconds: 180, trouble: 4 },
  tries: 1,
  sentence: () => step.sentence({}),
  apply: async (situation, signal) => {
    const restarted = await askPerson(situation, step, {}, signal);
    if (restarted !== 'done' || !(await isLocked(situation, signal))) return restarted;
    return await askPerson(situation, unlock, {}, signal);
  },
};
