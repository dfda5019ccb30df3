import { z } from 'zod';
import { defineFault, whenOver } from '../fault.ts';

/** Hardly anything is free on the phone itself. */
export const storageFull = defineFault(
  'storage-full',
  { falls: 'phone' },
  { freeBytes: z.int().nonnegative().default(20_000_000) },
  (strike) => {
    const { storage } = strike.phone;
    const usual = storage.free;
    storage.free = strike.parameters.freeBytes;
    strike.phone.notify('com.apple.mobile.lockdown.disk_usage_changed');
    whenOver(strike, () => {
      storage.free = usual;
    });
  },
);
