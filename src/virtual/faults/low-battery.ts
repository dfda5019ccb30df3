import { z } from 'zod';
import { defineFault } from '../fault.ts';

/**
 * The battery runs empty and no power comes in, until a charger is plugged in. A phone that is not charged in time
 * switches itself off, and starts again once it is.
 */
export const lowBattery = defineFault(
  'low-battery',
  { falls: 'phone' },
  {
    percent: z.number().min(0).max(100).default(4),
    offAfterSeconds: z.number().positive().optional().describe('Absent: it lasts.'),
  },
  ({ phone, parameters: { percent, offAfterSeconds } }) => {
    phone.battery.percent = percent;
    phone.battery.charging = false;
    phone.log('powerd', 'Warning', `Battery level is critical: ${percent}%`);
    phone.notify('com.apple.system.lowpowermode');
    if (offAfterSeconds === undefined) return;
    phone.later(offAfterSeconds, () => {
      if (phone.battery.charging) return;
      phone.shutDown();
      const charged = phone.owner.stepped.subscribe((step) => {
        if (step !== 'plug-charger') return;
        charged[Symbol.dispose]();
        phone.restart();
      });
    });
  },
);
