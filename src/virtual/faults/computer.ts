import { z } from 'zod';
import { defineFault } from '../fault.ts';

/** What can go wrong on the computer's side of the cable. */
const computerTroubles = [
  'sleeps',
  'starves',
  'disk-fills',
  'disk-hangs',
  'disk-vanishes',
  'program-is-killed',
] as const;

/**
 * Something happens to the computer while the phone is where `when` says. The phone itself has no part in it: whoever
 * runs the scenario hears of it through `faults.struck` and makes it true.
 */
export const computer = defineFault(
  'computer',
  { falls: 'phone' },
  {
    what: z.enum(computerTroubles),
    leavesBytes: z.int().nonnegative().default(1_000_000).describe('What `disk-fills` leaves free.'),
  },
  () => undefined,
);
