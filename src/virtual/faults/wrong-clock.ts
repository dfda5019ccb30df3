import { z } from 'zod';
import { defineFault, whenOver } from '../fault.ts';

/** The phone's clock is wrong by so many seconds, so that it takes the pairing's certificates for invalid. */
export const wrongClock = defineFault(
  'wrong-clock',
  { falls: 'phone' },
  { offSeconds: z.int().default(-400 * 86_400) },
  (strike) => {
    const { phone, parameters } = strike;
    phone.skewMs = parameters.offSeconds * 1000;
    phone.tlsBroken = true;
    whenOver(strike, () => {
      phone.skewMs = 0;
      phone.tlsBroken = false;
    });
  },
);
