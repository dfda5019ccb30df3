import { z } from 'zod';
import { abortable } from '../../kit/signals.ts';
import { defineFault } from '../fault.ts';

/** The agent sends nothing, but its log shows that it works: a phone that scans, not one that is stuck. */
export const scanQuietly = defineFault(
  'scan-quietly',
  { falls: 'agent', seconds: 60 },
  { everySeconds: z.number().positive().default(2) },
  async ({ phone, parameters, over, signal }) => {
    while (!over.aborted) {
      const files = phone.random.below(5000);
      phone.log(
        'BackupAgent2',
        'Notice',
        `Finished scanning domain <private> - size:${files * 48_211}, files:${files}`,
      );
      const pause = phone.clock.sleep(parameters.everySeconds * 1000, AbortSignal.any([over, signal]));
      await abortable(
        pause.catch(() => undefined),
        signal,
      );
    }
  },
);
