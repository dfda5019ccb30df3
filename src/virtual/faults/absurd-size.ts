import { z } from 'zod';
import { defineFault, whenOver } from '../fault.ts';

/** The phone believes that its backup is far larger than itself, and asks the computer for that much room. */
export const absurdSize = defineFault(
  'absurd-size',
  { falls: 'phone' },
  { bytes: z.int().positive().default(11_000_000_000_000) },
  (strike) => {
    const { phone, parameters } = strike;
    phone.claimedUploadBytes = parameters.bytes;
    whenOver(strike, () => {
      phone.claimedUploadBytes = undefined;
    });
  },
);
