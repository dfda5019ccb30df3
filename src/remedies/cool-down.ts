import { coolDown as step } from '../guide/steps/cool-down.ts';
import { askPerson } from './ask-person.ts';
import { phoneCool } from './probes/phone-probes.ts';
import type { Remedy } from './remedy.ts';
import { lastOf, type Situation } from './situation.ts';
import { until } from './wait.ts';

/** A phone left alone cools by several degrees in this time. */
const COOL_MS = 1_200_000;

/** The data waits, and the phone with it, until it has cooled; then the same attempt goes on. */
export const pauseForHeat: Remedy = {
  id: 'pause-for-heat',
  requirements: ['A7'],
  risk: 'none',
  reach: 'auto',
  beside: true,
  seesEnd: true,
  cures: { overheating: 0.8 },
  cost: { seconds: 600, trouble: 0 },
  tries: 2,
  sentence: (situation) => `The iPhone is hot${heat(situation)}: pausing until it has cooled.`,
  apply: async (situation, signal) => {
    using _waiting = situation.gate.close();
    const look = await phoneCool(situation, signal);
    return (await until(situation, COOL_MS, look, signal)) ? 'done' : 'failed';
  },
};

/** It does not cool by itself: out of its case, out of the sun. */
export const coolDown: Remedy = {
  id: step.id,
  requirements: step.requirements,
  risk: 'none',
  reach: step.reach,
  beside: true,
  seesEnd: true,
  cures: { overheating: 0.9 },
  cost: { seconds: 900, trouble: 2 },
  tries: 1,
  sentence: (situation) => step.sentence({ celsius: lastOf(situation, 'battery.state')?.celsius }),
  apply: async (situation, signal) => {
    using _waiting = situation.gate.close();
    return await askPerson(situation, step, { celsius: lastOf(situation, 'battery.state')?.celsius }, signal);
  },
};

function heat(situation: Situation): string {
  const celsius = lastOf(situation, 'battery.state')?.celsius;
  return celsius === undefined ? '' : ` (${celsius} °C)`;
}
