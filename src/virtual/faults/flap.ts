import { z } from 'zod';
import { defineFault } from '../fault.ts';

/** A worn connector: the phone vanishes and comes back several times, each time too short for a person to see. */
export const flap = defineFault(
  'flap',
  { falls: 'phone' },
  {
    count: z.int().positive().default(4),
    downSeconds: z.number().positive().default(0.2),
    upSeconds: z.number().positive().default(0.5),
  },
  async ({ phone, parameters, over }) => {
    try {
      for (let drop = 0; drop < parameters.count; drop += 1) {
        phone.cable.unplug();
        await phone.clock.sleep(parameters.downSeconds * 1000, over);
        phone.cable.plug();
        await phone.clock.sleep(parameters.upSeconds * 1000, over);
      }
    } finally {
      if (!phone.gone.aborted) phone.cable.plug();
    }
  },
);
