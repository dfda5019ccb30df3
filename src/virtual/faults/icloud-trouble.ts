import { z } from 'zod';
import { defineFault, whenOver } from '../fault.ts';
import { cloudTroubles } from '../icloud/icloud-fields.ts';

/** The phone's iCloud backup fails for this. */
export const icloudTrouble = defineFault(
  'icloud-trouble',
  { falls: 'phone' },
  {
    what: z.enum(cloudTroubles),
    backups: z.int().positive().optional().describe('So many fail; absent: each, until it is over.'),
  },
  (strike) => {
    const { phone, parameters } = strike;
    phone.icloud?.troubles.set(parameters.what, parameters.backups ?? Number.POSITIVE_INFINITY);
    whenOver(strike, () => phone.icloud?.troubles.delete(parameters.what));
  },
);
