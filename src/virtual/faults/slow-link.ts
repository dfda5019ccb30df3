import { z } from 'zod';
import { defineFault, whenOver } from '../fault.ts';

/** The connection carries little, in both directions: a bad cable, an old hub, weak Wi-Fi. */
export const slowLink = defineFault(
  'slow-link',
  { falls: 'phone' },
  { bytesPerSecond: z.int().positive().default(500_000) },
  (strike) => {
    const { cable, wifi } = strike.phone;
    cable.bytesPerSecond = wifi.bytesPerSecond = strike.parameters.bytesPerSecond;
    whenOver(strike, () => {
      cable.bytesPerSecond = wifi.bytesPerSecond = undefined;
    });
  },
);
