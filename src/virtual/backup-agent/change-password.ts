import { maybeStringIn } from '../../wire/plist/access.ts';
import { AgentFailure } from './failure.ts';
import { askForPasswordChange } from './prompt.ts';
import type { Request } from './requests.ts';

/**
 * Sets, changes or removes the password of local backups. The next backup is a full one: its files have other keys.
 * Throws 207 for a wrong old password, 208 when the owner does not agree, 1 where a profile demands encryption.
 */
export async function changePassword({ phone, agent, message, signal }: Request): Promise<void> {
  const { backup } = phone;
  const newPassword = maybeStringIn(message, 'NewPassword');
  if (maybeStringIn(message, 'OldPassword') !== backup.password)
    throw new AgentFailure(207, 'Invalid password');
  if (newPassword === undefined && backup.requiresEncryption) {
    const beneath = new AgentFailure(22, 'Encrypted Backup MDM setting present on device');
    throw new AgentFailure(1, 'Error setting WillEncrypt value in lockdown', beneath);
  }
  await askForPasswordChange(phone, signal);
  backup.password = newPassword;
  backup.willEncrypt = newPassword !== undefined;
  await agent.keys();
  phone.notify('com.apple.mobile.backup.domain_changed');
}
