import { maybeStringIn } from '../../wire/plist/access.ts';
import type { PlistDict, PlistInput } from '../../wire/plist/value.ts';
import { readDomain } from './domains.ts';
import { isPublic } from './public-keys.ts';
import { type Conversation, type Handler, LockdownError, sessionOf } from './request.ts';
import { writeValue } from './settable.ts';

/** One value, a whole domain, or the default domain. */
export const getValue: Handler = async (conversation, request) => {
  const { domain, key } = named(request);
  const values = await visible(conversation, domain, key);
  const value = key === undefined ? values : values.get(key);
  if (value === undefined) throw new LockdownError('MissingValue');
  return { Domain: domain, Key: key, Value: value };
};

export const setValue: Handler = (conversation, request) => {
  const { domain, key } = named(request);
  const value = request.get('Value');
  if (key === undefined) throw new LockdownError('MissingKey');
  if (value === undefined) throw new LockdownError('MissingValue');
  // usbmuxd announces the computer this way before it is trusted.
  if (key !== 'UntrustedHostBUID') sessionOf(conversation);
  writeValue(conversation.phone, domain, key, value);
  return { Domain: domain, Key: key, Value: value };
};

/** Nothing that this phone lets a computer set can be removed again. */
export const removeValue: Handler = (conversation) => {
  sessionOf(conversation);
  throw new LockdownError('RemoveProhibited');
};

async function visible(
  { phone, session }: Conversation,
  domain: string | undefined,
  key: string | undefined,
): Promise<ReadonlyMap<string, PlistInput>> {
  const values = await readDomain(phone, domain);
  if (session) {
    if (!values) throw new LockdownError('MissingValue');
    return values;
  }
  if (domain !== undefined || (key !== undefined && !isPublic(key))) throw new LockdownError('GetProhibited');
  return new Map([...(values ?? [])].filter(([name]) => isPublic(name)));
}

/** An empty name is none: that is how some tools leave it out. */
function named(request: PlistDict): { domain: string | undefined; key: string | undefined } {
  return {
    domain: maybeStringIn(request, 'Domain') || undefined,
    key: maybeStringIn(request, 'Key') || undefined,
  };
}
