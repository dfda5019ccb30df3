import { powerState } from '../../host/power/power.ts';
import type { Found } from '../senses/sense.ts';
import { type Check, fine } from './check.ts';

/** On its battery a computer falls asleep by itself at a few percent; a backup takes a third of that an hour. */
const LOW_PERCENT = 30;

/** Does this computer last until the end? */
export const computerPower: Check = {
  id: 'computer-power',
  title: 'this computer’s power',
  requirements: ['C8', 'C9'],
  async look(_context, signal) {
    const power = await powerState(signal);
    if (!power) return undefined;
    const { onMains, percent } = power;
    if (onMains) return fine('This computer is plugged in; it is kept awake during a backup.');
    const facts = { onMains, ...(percent !== undefined && { percent }) };
    const evidence: readonly Found[] = [{ kind: 'computer.power', source: 'computer', facts }];
    const charge = percent === undefined ? '' : ` (${percent} %)`;
    if ((percent ?? 100) > LOW_PERCENT)
      return {
        standing: 'note',
        sentence: `This computer runs on its battery${charge}.`,
        next: 'For a long backup plug it in, and leave its lid open.',
        evidence,
      };
    return {
      standing: 'person',
      sentence: `This computer’s own battery is low${charge}: it may fall asleep in the middle of a backup.`,
      next: 'Plug this computer in, and leave its lid open.',
      evidence,
    };
  },
};
