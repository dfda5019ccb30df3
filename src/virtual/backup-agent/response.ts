import { type PlistValue, Real } from '../../wire/plist/value.ts';
import type { AgentFault } from '../fault.ts';
import { descriptionOf } from './failure.ts';
import type { HostLink } from './host-link.ts';

const PROTOCOL_VERSION = new Real(2.1);

/** The end of a request: done, or what it failed of. */
export async function respond(host: HostLink, fault?: AgentFault): Promise<void> {
  const message = new Map<string, PlistValue>([
    ['MessageName', 'Response'],
    ['ErrorCode', fault?.errorCode ?? 0],
    ['ProtocolVersion', PROTOCOL_VERSION],
  ]);
  if (fault) message.set('ErrorDescription', descriptionOf(fault));
  await host.send({ name: 'DLMessageProcessMessage', message });
}
