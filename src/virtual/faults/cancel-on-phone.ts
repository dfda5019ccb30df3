import { z } from 'zod';
import { AgentFault, defineFault } from '../fault.ts';

/**
 * The owner stops the backup on the phone's screen. The computer is told by a notification; one that takes no notice
 * is sent away with 202 a little later.
 */
export const cancelOnPhone = defineFault(
  'cancel-on-phone',
  { falls: 'agent' },
  { graceSeconds: z.number().nonnegative().default(5) },
  async ({ phone, parameters, signal }) => {
    phone.log('BackupAgent2', 'Notice', 'Backup cancelled by the user');
    phone.notify('com.apple.itunes-client.syncCancelRequest');
    await phone.clock.sleep(parameters.graceSeconds * 1000, signal);
    throw new AgentFault(202, 'File upload cancelled');
  },
);
