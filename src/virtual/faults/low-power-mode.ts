import { z } from 'zod';
import { defineFault, whenOver } from '../fault.ts';

/** Low Power Mode is on: the phone does its background work slowly, and tells only that the mode changed. */
export const lowPowerMode = defineFault(
  'low-power-mode',
  { falls: 'phone' },
  { bytesPerSecond: z.int().positive().default(300_000) },
  (strike) => {
    const { phone, parameters } = strike;
    const usual = phone.paceBytesPerSecond;
    phone.paceBytesPerSecond = parameters.bytesPerSecond;
    phone.notify('com.apple.system.lowpowermode');
    whenOver(strike, () => {
      phone.paceBytesPerSecond = usual;
      phone.notify('com.apple.system.lowpowermode');
    });
  },
);
