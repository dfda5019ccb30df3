import { z } from 'zod';
import { defineFault, whenOver } from '../fault.ts';
import { cloudTroubles } from '../icloud/icloud-fields.ts';

/** The phone's iCloud backup fails for this, each time until it is over. */
export const icloudTrouble = defineFault(
  'icloud-trouble',
  { falls: 'phone' },
  { what: z.enum(cloudTroubles) },
  (strike) => {
    const { phone, parameters } = strike;
    phone.icloud?.troubles.add(parameters.what);
    whenOver(strike, () => phone.icloud?.troubles.delete(parameters.what));
  },
);
