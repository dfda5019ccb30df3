import { z } from 'zod';
import { defineFault, whenOver } from '../fault.ts';

/** The backup daemon may hold less: a frame from the computer beyond the limit gets it killed by jetsam. */
export const memoryKill = defineFault(
  'memory-kill',
  { falls: 'phone' },
  {
    limitBytes: z
      .int()
      .positive()
      .default(64 * 1024),
  },
  (strike) => {
    const { daemon } = strike.phone;
    const usual = daemon.frameLimitBytes;
    daemon.frameLimitBytes = strike.parameters.limitBytes;
    whenOver(strike, () => {
      daemon.frameLimitBytes = usual;
    });
  },
);
