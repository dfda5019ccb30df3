import { z } from 'zod';
import { defineFault, whenOver } from '../fault.ts';

/** The phone reports a progress that has nothing to do with what it sent. */
export const wrongPercent = defineFault(
  'wrong-percent',
  { falls: 'phone' },
  { percent: z.number().default(100) },
  (strike) => {
    strike.phone.distortPercent = () => strike.parameters.percent;
    whenOver(strike, () => {
      strike.phone.distortPercent = undefined;
    });
  },
);
