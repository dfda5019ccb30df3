import { maybeStringIn } from '../../wire/plist/access.ts';
import { type Handler, LockdownError, sessionOf } from './request.ts';

/** TLS follows the answer, on the same connection. */
export const startSession: Handler = (conversation, request) => {
  const { phone } = conversation;
  const hostId = maybeStringIn(request, 'HostID');
  if (hostId === undefined) throw new LockdownError('MissingHostID');
  if (conversation.session) throw new LockdownError('SessionActive');
  const host = phone.trust.find(hostId);
  if (!host) throw new LockdownError('InvalidHostID');
  const id = phone.random.uuid();
  conversation.session = { id, host };
  return { SessionID: id, EnableSessionSSL: true };
};

/** The TLS stream stays; every client closes it next. */
export const stopSession: Handler = (conversation, request) => {
  const { id } = sessionOf(conversation);
  const named = maybeStringIn(request, 'SessionID');
  if (named === undefined) throw new LockdownError('MissingSessionID');
  if (named !== id) throw new LockdownError('InvalidSessionID');
  return { Result: 'Success' };
};
