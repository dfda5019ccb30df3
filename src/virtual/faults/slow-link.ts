import { z } from 'zod';
import { defineFault, whenOver } from '../fault.ts';

/** The connection carries little, in both directions: a bad cable, an old hub. */
export const slowLink = defineFault(
  'slow-link',
  { falls: 'phone' },
  { bytesPerSecond: z.int().positive().default(500_000) },
  (strike) => {
    const { cable } = strike.phone;
    cable.bytesPerSecond = strike.parameters.bytesPerSecond;
    whenOver(strike, () => {
      cable.bytesPerSecond = undefined;
    });
  },
);
