import { maybeDataIn, maybeStringIn } from '../../wire/plist/access.ts';
import type { PlistDict } from '../../wire/plist/value.ts';
import { BACKUP_SERVICE } from '../backup-daemon.ts';
import type { VirtualPhone } from '../phone.ts';
import { services } from '../services.ts';
import type { TrustedHost } from '../trust.ts';
import { type Handler, LockdownError, sessionOf } from './request.ts';

/** What lives in the user's files, which cannot be read from boot to the first unlock. */
const NEED_FIRST_UNLOCK = new Set([BACKUP_SERVICE, 'com.apple.afc', 'com.apple.mobile.installation_proxy']);

/** A fresh port for one TLS connection to the service. */
export const startService: Handler = (conversation, request) => {
  const { phone } = conversation;
  const name = maybeStringIn(request, 'Service');
  if (name === undefined) throw new LockdownError('MissingService');
  const { host } = sessionOf(conversation);
  if (!services.has(name)) throw new LockdownError('InvalidService');
  checkLock(phone, host, name, request);
  return { Service: name, Port: phone.ports.open({ service: name, host }), EnableServiceSSL: true };
};

/** The escrow bag of the pairing is what opens the locked phone's files to the backup; nothing does before the first unlock. */
function checkLock(phone: VirtualPhone, host: TrustedHost, name: string, request: PlistDict): void {
  const bag = maybeDataIn(request, 'EscrowBag');
  if (!phone.unlockedSinceBoot && NEED_FIRST_UNLOCK.has(name)) {
    throw new LockdownError(bag ? 'EscrowLocked' : 'PasswordProtected');
  }
  if (phone.locked && name === BACKUP_SERVICE && !(bag && host.escrowBag.equals(bag))) {
    throw new LockdownError('PasswordProtected');
  }
}
