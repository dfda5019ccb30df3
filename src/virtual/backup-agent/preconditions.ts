import type { VirtualPhone } from '../phone.ts';
import { AgentFailure } from './failure.ts';

/** What keeps a phone from being backed up at all, whatever is on the computer. */
export function checkPreconditions(phone: VirtualPhone): void {
  const { backup } = phone;
  if (!phone.setupDone) throw new AgentFailure(212, 'Unable to backup until Setup is finished');
  if (backup.icloudRestoreRunning) {
    throw new AgentFailure(25, 'iTunes Backup is unavailable while an iCloud Restore is in progress');
  }
  if (backup.requiresEncryption && backup.password === undefined) {
    throw new AgentFailure(207, 'No backup password set when required by device management');
  }
}
