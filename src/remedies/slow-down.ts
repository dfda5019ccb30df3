import type { Remedy } from './remedy.ts';
import { until } from './wait.ts';

/** Rests between pieces of work: the disk and the processor get the time they did not have. */
const REST_MS = 3000;
const WORK_MS = 2000;
const ROUNDS = 24;

/** The computer or its disk does not keep up: the backup takes rests, which the others get. */
export const slowDown: Remedy = {
  id: 'slow-down',
  requirements: ['A5', 'A9'],
  risk: 'none',
  reach: 'auto',
  beside: true,
  cures: { 'computer-starved': 0.6, 'destination-slow': 0.6 },
  cost: { seconds: 120, trouble: 0 },
  tries: 2,
  sentence: () => 'This computer, or its disk, does not keep up: letting the backup run more slowly.',
  apply: async (situation, signal) => {
    for (let round = 0; round < ROUNDS && !situation.eased(); round += 1) {
      using _resting = situation.gate.close();
      await situation.clock.sleep(REST_MS, signal);
      _resting[Symbol.dispose]();
      await until(situation, WORK_MS, situation.eased, signal);
    }
    return 'done';
  },
};
