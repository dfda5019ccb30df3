import { z } from 'zod';
import { defineFault } from '../fault.ts';

/** The phone ends up in recovery mode (cable and computer on the screen), where usbmuxd does not see it. */
export const recovery = defineFault(
  'recovery',
  { falls: 'phone' },
  {
    fallsBack: z
      .int()
      .nonnegative()
      .default(0)
      .describe('So many of the next starts end there again; only reinstalling iOS ends it before.'),
  },
  ({ phone, parameters }) => {
    phone.boot.failingStarts = parameters.fallsBack;
    phone.boot.enter('recovery');
  },
);
