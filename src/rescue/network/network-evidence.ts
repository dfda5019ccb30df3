import {
  BACKUP_SERVICES,
  type ServiceState,
  type SystemStatus,
  statusOfServices,
} from '../../cloud/system-status.ts';
import type { HostLook, NetworkMeasure } from '../../host/network/measure.ts';
import type { Evidence } from '../../kit/evidence.ts';
import type { Found } from '../senses/sense.ts';

/** Apple's word on its services, and how old it is. */
export interface AppleWord {
  readonly status: SystemStatus;
  readonly minutesOld: number;
}

/** What a measure of the network, and Apple's word where it was to be had, say as evidence. Pure. */
export function networkEvidence(
  measure: NetworkMeasure,
  apple: AppleWord | undefined,
  at: string,
): Evidence[] {
  const { way, hosts, line, upload, detours, radio } = measure;
  const reached = (of: HostLook['of']): number =>
    hosts.filter((host) => host.of === of && isReached(host)).length;
  const found: Found[] = [
    { kind: 'net.way', source: 'network', facts: { way } },
    { kind: 'net.reached', source: 'network', facts: { apple: reached('apple'), others: reached('others') } },
    ...hosts.filter(({ of }) => of === 'apple').flatMap(hostFound),
    ...detours.map((facts): Found => ({ kind: 'net.detour', source: 'network', facts })),
    ...(apple ? appleFound(apple) : []),
  ];
  if (line) {
    const { median: medianMs, jitter: jitterMs, loss } = line;
    found.push({ kind: 'net.line', source: 'network', facts: { medianMs, jitterMs, loss } });
  }
  if (upload !== undefined)
    found.push({ kind: 'net.upload', source: 'network', facts: { bytesPerSecond: Math.round(upload) } });
  if (radio) found.push({ kind: 'net.radio', source: 'network', facts: radio });
  return found.map((one): Evidence => ({ ...one, at }));
}

function isReached({ handshake, intercepted }: HostLook): boolean {
  return handshake?.kind === 'secure' && !intercepted;
}

function hostFound({ host, name, knownElsewhere, handshake, intercepted }: HostLook): Found[] {
  // Where no name service answers, it is not about this network's.
  if (knownElsewhere && (name === 'blocked' || name === 'resolver-silent'))
    return [{ kind: 'net.name', source: 'network', facts: { host, verdict: name } }];
  // Of a name that nobody knows there is nothing to say.
  if (!handshake) return [];
  if (handshake.kind === 'secure') {
    if (!intercepted) return [];
    const issuer = handshake.issuers.at(-1) ?? 'unnamed';
    return [{ kind: 'net.host', source: 'network', facts: { host, state: 'intercepted', issuer } }];
  }
  const state = handshake.kind === 'refused-tls' ? 'refused' : 'unreachable';
  return [{ kind: 'net.host', source: 'network', facts: { host, state, code: handshake.code } }];
}

/** Every service that has trouble; when none has, that iCloud Backup works, if Apple still lists it. */
function appleFound({ status, minutesOld }: AppleWord): Found[] {
  const services = statusOfServices(status, BACKUP_SERVICES);
  const told = (service: string, state: Exclude<ServiceState, 'unlisted'>): Found => ({
    kind: 'apple.status',
    source: 'network',
    facts: { service, state, minutesOld },
  });
  const troubled = services.flatMap(({ service, state }) =>
    state === 'fine' || state === 'unlisted' ? [] : [told(service, state)],
  );
  const [backup] = services;
  if (troubled.length > 0 || backup?.state !== 'fine') return troubled;
  return [told(backup.service, 'fine')];
}
