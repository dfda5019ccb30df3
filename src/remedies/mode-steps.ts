import { enterDfu } from '../guide/steps/enter-dfu.ts';
import { enterRecovery } from '../guide/steps/enter-recovery.ts';
import { guided } from './guided.ts';
import type { Remedy } from './remedy.ts';

/** Ways into the modes in which iOS can be installed anew: asked for by name, for by themselves they mend nothing. */
export const modeSteps: readonly Remedy[] = [
  guided(enterRecovery, { risk: 'interrupts', cures: { '*': 0.01 }, cost: { seconds: 120, trouble: 4 } }),
  guided(enterDfu, { risk: 'interrupts', cures: { '*': 0.01 }, cost: { seconds: 300, trouble: 6 } }),
];
