import { Resolver } from 'node:dns/promises';
import { isIP } from 'node:net';
import { systemCodeOf } from '../../kit/errors.ts';
import { abortable } from '../../kit/signals.ts';

/** What a resolver says of a name. `nothing`: it says there is no such name, or has no address for it. */
export type Resolved =
  | { readonly kind: 'addresses'; readonly addresses: readonly string[] }
  | { readonly kind: 'nothing'; readonly code: string }
  | { readonly kind: 'silent'; readonly code: string };

export interface ResolveOptions {
  /** `address` or `address:port` of a resolver; the system's own when not given. */
  readonly server?: string;
  /** Milliseconds for each of two tries. */
  readonly limitMs?: number;
}

const NO_ANSWER: ReadonlySet<string> = new Set(['ENOTFOUND', 'ENODATA']);
const LIMIT_MS = 3_000;
const TRIES = 2;

/** Asks a resolver for a host's addresses, IPv4 first. Never rejects but with the signal's reason. */
export async function resolveHost(
  host: string,
  { server, limitMs = LIMIT_MS }: ResolveOptions = {},
  signal?: AbortSignal,
): Promise<Resolved> {
  const resolver = new Resolver({ timeout: limitMs, tries: TRIES });
  if (server !== undefined) resolver.setServers([server]);
  const stop = (): void => resolver.cancel();
  signal?.addEventListener('abort', stop, { once: true });
  try {
    const [four, six] = await abortable(
      Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]),
      signal,
    );
    const addresses = [four, six].flatMap((one) => (one.status === 'fulfilled' ? one.value : []));
    if (addresses.length > 0) return { kind: 'addresses', addresses };
    const code = four.status === 'rejected' ? (systemCodeOf(four.reason) ?? 'EUNKNOWN') : 'ENODATA';
    return { kind: NO_ANSWER.has(code) ? 'nothing' : 'silent', code };
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}

/** How two resolvers' words on one name compare. `blocked`: ours hides a name that the other one knows. */
export type NameVerdict = 'fine' | 'blocked' | 'no-such-name' | 'resolver-silent';

/**
 * Judges what the network's own resolver says by what another says. Filters (Pi-hole, AdGuard, routers) answer with
 * nothing, with 0.0.0.0 or `::`, or with an address of their own network.
 */
export function judgeName(own: Resolved, other: Resolved): NameVerdict {
  if (own.kind === 'silent') return 'resolver-silent';
  if (own.kind === 'addresses' && own.addresses.some(isPublic)) return 'fine';
  if (other.kind === 'addresses' && other.addresses.some(isPublic)) return 'blocked';
  return own.kind === 'addresses' ? 'blocked' : 'no-such-name';
}

/** An address that a service on the Internet can have. */
export function isPublic(address: string): boolean {
  if (isIP(address) === 6) return !/^(?:::1?$|f[cd]|fe[89ab])/i.test(address);
  return !/^(?:0\.|10\.|127\.|169\.254\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.)/.test(
    address,
  );
}
