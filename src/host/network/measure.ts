import type { Clock } from '../../kit/clock.ts';
import { type Way, wayToInternet } from './captive-portal.ts';
import { type Detour, detours } from './detour.ts';
import { type Handshake, isIntercepted, shakeHands } from './handshake.ts';
import { HTTPS_PORT, type ProbedHost, probedHosts } from './hosts.ts';
import { type Latency, measureLatency } from './latency.ts';
import type { NetworkPlaces } from './places.ts';
import { type Radio, radio } from './radio.ts';
import { judgeName, type NameVerdict, type Resolved, resolveHost } from './resolve.ts';
import { measureUpload } from './upload.ts';

/** How one host fares from here. */
export interface HostLook extends ProbedHost {
  readonly name: NameVerdict;
  /** Another name service knows it. */
  readonly knownElsewhere: boolean;
  /** Undefined where the name led nowhere. */
  readonly handshake: Handshake | undefined;
  readonly intercepted: boolean;
}

/** This computer's own way to the Internet and to Apple. */
export interface NetworkMeasure {
  readonly way: Way;
  readonly hosts: readonly HostLook[];
  /** Of the way to Apple; undefined when no connection came about. */
  readonly line: Latency | undefined;
  /** Bytes a second; undefined when no place was chosen, or nothing got there. */
  readonly upload: number | undefined;
  readonly detours: readonly Detour[];
  readonly radio: Radio | undefined;
}

const UPLOAD_MS = 3000;
const CONNECTIONS = 12;

/** Looks at all of it, side by side where one does not disturb the other. Rejects only with the signal's reason. */
export async function measureNetwork(
  places: NetworkPlaces,
  clock: Clock,
  signal: AbortSignal,
): Promise<NetworkMeasure> {
  const [way, hosts, led, air] = await Promise.all([
    wayToInternet(clock, { page: places.captivePage }, signal),
    Promise.all(probedHosts.map((host) => lookAtHost(host, places, clock, signal))),
    detours(signal),
    radio(signal),
  ]);
  const reached = hosts.find(({ of, handshake }) => of === 'apple' && handshake?.kind === 'secure');
  const line = await lineTo(reached ?? probedHosts[0], places, clock, signal);
  const upload = await uploadRate(places.upload, clock, signal);
  return { way, hosts, line, upload, detours: led, radio: air };
}

async function lookAtHost(
  probed: ProbedHost,
  places: NetworkPlaces,
  clock: Clock,
  signal: AbortSignal,
): Promise<HostLook> {
  const { host } = probed;
  const ask = (server?: string) => resolveHost(host, server === undefined ? {} : { server }, signal);
  const [own, ...others] = await Promise.all([ask(places.resolver), ...places.otherResolvers.map(ask)]);
  const other = others.find(({ kind }) => kind === 'addresses');
  const name = judgeName(own, other ?? own);
  const handshake =
    name === 'fine' ? await shakeHands(targetOf(host, own, places), clock, signal) : undefined;
  // Anybody's certificate will do for the control.
  const intercepted = probed.of === 'apple' && handshake !== undefined && isIntercepted(handshake);
  return { ...probed, name, knownElsewhere: other !== undefined, handshake, intercepted };
}

function targetOf(host: string, own: Resolved, { instead }: NetworkPlaces) {
  const place = instead[host];
  if (place === undefined)
    return { host, address: own.kind === 'addresses' ? (own.addresses[0] ?? host) : host };
  const { hostname: address, port } = new URL(`tls://${place}`);
  return { host, address, port: Number(port) };
}

async function lineTo(
  probed: ProbedHost | undefined,
  { instead }: NetworkPlaces,
  clock: Clock,
  signal: AbortSignal,
): Promise<Latency | undefined> {
  if (!probed) return undefined;
  const { hostname: host, port } = new URL(`tls://${instead[probed.host] ?? `${probed.host}:${HTTPS_PORT}`}`);
  return await measureLatency({ host, port: Number(port), count: CONNECTIONS }, clock, signal);
}

async function uploadRate(
  url: string | undefined,
  clock: Clock,
  signal: AbortSignal,
): Promise<number | undefined> {
  if (url === undefined) return undefined;
  try {
    return (await measureUpload({ url, milliseconds: UPLOAD_MS }, clock, signal)).bytesPerSecond;
  } catch {
    signal.throwIfAborted();
    return undefined;
  }
}
