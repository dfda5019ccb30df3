import { z } from 'zod';
import { defineFault, whenOver } from '../fault.ts';

/** The phone is hot: it slows itself down, and cools when the fault is over. */
export const overheat = defineFault(
  'overheat',
  { falls: 'phone' },
  { celsius: z.number().default(46), bytesPerSecond: z.int().positive().default(200_000) },
  (strike) => {
    const { phone, parameters } = strike;
    const usual = phone.battery.celsius;
    phone.battery.celsius = parameters.celsius;
    phone.paceBytesPerSecond = parameters.bytesPerSecond;
    phone.log(
      'thermalmonitord',
      'Warning',
      `Thermal pressure level raised, battery at ${parameters.celsius} C`,
    );
    phone.notify('com.apple.system.thermalpressurelevel');
    whenOver(strike, () => {
      phone.battery.celsius = usual;
      phone.paceBytesPerSecond = undefined;
      phone.notify('com.apple.system.thermalpressurelevel');
    });
  },
);
