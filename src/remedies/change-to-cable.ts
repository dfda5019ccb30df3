import { answers } from './reach-phone.ts';
import type { Remedy } from './remedy.ts';
import { until } from './wait.ts';

const PATIENCE_MS = 15_000;

/** The phone was put on the cable while it was backed up over Wi-Fi: the next attempt goes over the cable. */
export const changeToCable: Remedy = {
  id: 'change-to-cable',
  requirements: ['D3', 'A8'],
  risk: 'none',
  reach: 'auto',
  cures: { 'cable-plugged-in': 1 },
  cost: { seconds: 5, trouble: 0 },
  tries: 10,
  sentence: () => 'Carrying on over the cable.',
  may: ({ trouble }) => trouble.code === 'phone.cable-there',
  apply: async (situation, signal) =>
    (await until(situation, PATIENCE_MS, (now) => answers(situation, now), signal)) ? 'done' : 'failed',
};
