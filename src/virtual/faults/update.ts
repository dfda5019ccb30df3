import { z } from 'zod';
import { defineFault } from '../fault.ts';

/** Whose log tells of it; crash reports of phones that were being updated name this process. */
const UPDATER = 'com.apple.MobileSoftwareUpdate.UpdateBrainService';
const LOGS_EVERY_SECONDS = 0.5;
const START_SECONDS = 2;

/**
 * An update of iOS: prepared for a while, during which the phone works on and logs of it, then installed, during which it
 * is on the bus and nothing listens. A restart in the second part leaves it in recovery.
 */
export const update = defineFault(
  'update',
  { falls: 'phone' },
  {
    preparesSeconds: z.number().nonnegative().default(60),
    installsSeconds: z.number().positive().default(900),
  },
  ({ phone, parameters }) => {
    const { boot } = phone;
    const install = (): void => {
      boot.enter('off');
      phone.later(START_SECONDS, begin);
    };
    const begin = (): void => {
      boot.installing = true;
      boot.enter('starting');
      phone.later(parameters.installsSeconds, () => {
        if (!boot.installing) return;
        boot.installing = false;
        boot.restart();
      });
    };
    const until = phone.clock.ticks() + parameters.preparesSeconds * 1000;
    const prepare = (): void => {
      if (boot.mode !== 'normal') return;
      if (phone.clock.ticks() >= until) install();
      else {
        phone.log(UPDATER, 'Notice', 'preparing');
        phone.later(LOGS_EVERY_SECONDS, prepare);
      }
    };
    prepare();
  },
);
