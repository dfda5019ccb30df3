import type { Duplex } from 'node:stream';
import { Channel } from '../../kit/channel.ts';
import { asDict, maybeStringIn } from '../../wire/plist/access.ts';
import type { PlistDict, PlistLiteral } from '../../wire/plist/value.ts';
import { encodeFrame, readFrame } from '../../wire/plist-frame.ts';
import type { VirtualPhone, Way } from '../phone.ts';
import { acceptTls } from '../tls.ts';
import { type Conversation, LockdownError } from './request.ts';
import { requests } from './requests.ts';

/** One connection to port 62078: requests and answers, in plain until StartSession, then in TLS on the same stream. */
export async function lockdownd(
  phone: VirtualPhone,
  way: Way,
  stream: Duplex,
  signal: AbortSignal,
): Promise<void> {
  const conversation: Conversation = { phone, way, session: undefined };
  let channel = new Channel(stream);
  for (;;) {
    const request = asDict(await readFrame(channel.reader, { signal }));
    await phone.responsive(signal);
    const hadSession = conversation.session !== undefined;
    await channel.write(encodeFrame(await answer(conversation, request), 'xml'));
    if (hadSession || !conversation.session) continue;
    channel = new Channel(await acceptTls(phone, conversation.session.host, channel.release(), signal));
  }
}

/** The answer repeats Request, Domain and Key; a refusal adds Error. */
async function answer(conversation: Conversation, request: PlistDict): Promise<PlistLiteral> {
  const name = maybeStringIn(request, 'Request');
  const echo: PlistLiteral = { Request: name };
  const handle = requests.get(name ?? '');
  try {
    if (!handle) throw new LockdownError('InvalidRequest');
    return { ...echo, ...(await handle(conversation, request)) };
  } catch (error) {
    if (!(error instanceof LockdownError)) throw error;
    return {
      ...echo,
      Domain: maybeStringIn(request, 'Domain'),
      Key: maybeStringIn(request, 'Key'),
      Error: error.reason,
    };
  }
}
