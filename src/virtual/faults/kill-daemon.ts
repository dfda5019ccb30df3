import { z } from 'zod';
import { defineFault } from '../fault.ts';

/** What it held when it was killed for it. */
const MEMORY_BYTES = 120_000_000;

/** The backup daemon crashes, or is killed by jetsam; a crash report appears, and launchd starts it anew for the next conversation. */
export const killDaemon = defineFault(
  'kill-daemon',
  { falls: 'phone' },
  { for: z.enum(['crash', 'memory']).default('crash') },
  ({ phone, parameters }) => {
    if (parameters.for === 'memory') phone.daemon.killForMemory(MEMORY_BYTES);
    else phone.daemon.crash();
  },
);
