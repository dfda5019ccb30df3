import { z } from 'zod';
import { defineFault, whenOver } from '../fault.ts';

/** The progress the phone reports runs round and round between two numbers. */
export const percentLoop = defineFault(
  'percent-loop',
  { falls: 'phone' },
  { from: z.number().min(0).max(100).default(40), to: z.number().min(0).max(100).default(60) },
  (strike) => {
    const { from, to } = strike.parameters;
    let step = 0;
    strike.phone.distortPercent = () => {
      step += 1;
      return from + (step % Math.max(1, Math.round(to - from)));
    };
    whenOver(strike, () => {
      strike.phone.distortPercent = undefined;
    });
  },
);
