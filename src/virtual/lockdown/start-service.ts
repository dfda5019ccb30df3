import { maybeDataIn, maybeStringIn } from '../../wire/plist/access.ts';
import type { PlistDict } from '../../wire/plist/value.ts';
import { BACKUP_SERVICE } from '../backup-daemon.ts';
import type { VirtualPhone } from '../phone.ts';
import { services } from '../services.ts';
import type { TrustedHost } from '../trust.ts';
import { type Handler, LockdownError } from './request.ts';

/** The one service that needs no session. */
const OPEN_TO_ALL = 'com.apple.mobile.insecure_notification_proxy';
/** What lives in the user's files, which cannot be read from boot to the first unlock. */
const NEED_FIRST_UNLOCK = new Set([BACKUP_SERVICE, 'com.apple.afc', 'com.apple.mobile.installation_proxy']);

/** A fresh port for one connection to the service, in TLS if there is a session. */
export const startService: Handler = async (conversation, request) => {
  const { phone, way, session } = conversation;
  const name = maybeStringIn(request, 'Service');
  if (name === undefined) throw new LockdownError('MissingService');
  if (!session && name !== OPEN_TO_ALL) throw new LockdownError('SessionInactive');
  if (!services.has(name)) throw new LockdownError('InvalidService');
  if (session) checkLock(phone, session.host, name, request);
  const port = phone.ports.open({ service: name, host: session?.host });
  if (way === phone.wifi) await phone.wifi.ports?.open(port);
  return { Service: name, Port: port, EnableServiceSSL: session !== undefined };
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
