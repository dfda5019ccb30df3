import { z } from 'zod';
import { defineFault } from '../fault.ts';

/** The battery runs empty and no power comes in, until a charger is plugged in. */
export const lowBattery = defineFault(
  'low-battery',
  { falls: 'phone' },
  { percent: z.number().min(0).max(100).default(4) },
  ({ phone, parameters }) => {
    phone.battery.percent = parameters.percent;
    phone.battery.charging = false;
    phone.log('powerd', 'Warning', `Battery level is critical: ${parameters.percent}%`);
    phone.notify('com.apple.system.lowpowermode');
  },
);
