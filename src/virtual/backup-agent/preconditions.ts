import type { VirtualPhone } from '../phone.ts';
import { AgentFailure } from './failure.ts';

/** What the phone needs for the copies it makes while it is at work. A guess: nobody has published the figure. */
const TEMPORARY_BYTES = 50_000_000;

/** What keeps a phone from being backed up at all, whatever is on the computer. */
export function checkPreconditions(phone: VirtualPhone): void {
  const { backup } = phone;
  if (!phone.setupDone) throw new AgentFailure(212, 'Unable to backup until Setup is finished');
  if (backup.icloudRestoreRunning) {
    throw new AgentFailure(25, 'iTunes Backup is unavailable while an iCloud Restore is in progress');
  }
  if (backup.icloudBackupRunning && backup.cloudBackupEnabled) {
    phone.log('backupd', 'Notice', '=cloud-backup= Saved mutated device record');
    throw new AgentFailure(14, 'Resource busy');
  }
  if (phone.storage.free < TEMPORARY_BYTES) {
    throw new AgentFailure(102, 'Error creating snapshot: No space left on device (28)');
  }
  if (backup.requiresEncryption && backup.password === undefined) {
    throw new AgentFailure(207, 'No backup password set when required by device management');
  }
}
