import { z } from 'zod';
import { defineFault, whenOver } from '../fault.ts';
import { networkTroubles } from '../network/surroundings.ts';

/** Something is wrong with the network, or with Apple; the phone has no part in it. Seen by `thaw why --network`. */
export const network = defineFault(
  'network',
  { falls: 'phone' },
  { what: z.enum(networkTroubles) },
  (strike) => {
    const { surroundings } = strike.phone;
    const { what } = strike.parameters;
    surroundings.set(what, true);
    whenOver(strike, () => surroundings.set(what, false));
  },
);
