import { maybeArrayIn, maybeStringIn, numberOf } from '../../wire/plist/access.ts';
import { AgentFailure } from './failure.ts';
import type { HostLink } from './host-link.ts';
import { isAtLeast } from './ios-version.ts';
import { respond } from './response.ts';

const PROTOCOL_VERSIONS = [2.0, 2.1];

/** Version exchange, then Hello. False when the computer cannot talk to this phone. */
export async function openConversation(host: HostLink, iosVersion: string): Promise<boolean> {
  const major = isAtLeast(iosVersion, 14, 0) ? 400 : 300;
  await host.send({ name: 'DLMessageVersionExchange', major, minor: 0 });
  // Programs answer with their own version, so a larger one than the phone's is no reason to part.
  if ((await host.receive()).name !== 'DLMessageVersionExchange') return false;
  await host.send({ name: 'DLMessageDeviceReady' });
  const hello = await host.receive();
  if (hello.name !== 'DLMessageProcessMessage' || maybeStringIn(hello.message, 'MessageName') !== 'Hello')
    return false;
  const offered = (maybeArrayIn(hello.message, 'SupportedProtocolVersions') ?? []).map(numberOf);
  const version = PROTOCOL_VERSIONS.findLast((own) => offered.includes(own));
  await respond(host, version === undefined ? new AgentFailure(1, 'No common protocol version') : undefined);
  return version !== undefined;
}
