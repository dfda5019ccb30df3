import { connect, type DetailedPeerCertificate, type TLSSocket } from 'node:tls';
import type { Clock } from '../../kit/clock.ts';
import { systemCodeOf } from '../../kit/errors.ts';

/** How far a connection to a service came. */
export type Handshake =
  | {
      readonly kind: 'secure';
      readonly milliseconds: number;
      /** Whether this computer trusts the certificate. */
      readonly trusted: boolean;
      /** Who made the certificates, nearest first: organisation, else name. */
      readonly issuers: readonly string[];
    }
  /** The name's server was reached, and no secure connection came of it. */
  | { readonly kind: 'refused-tls'; readonly code: string }
  | { readonly kind: 'unreachable'; readonly code: string };

export interface HandshakeTarget {
  readonly host: string;
  readonly port?: number;
  /** Where to connect in place of what the name means; the name is still the one asked for. */
  readonly address?: string;
}

const HTTPS_PORT = 443;
/** By then a system has sent its first packet four times. */
const LIMIT_MS = 7_500;
const MAX_CHAIN = 10;

/** Makes a secure connection, looks at the certificates and hangs up; nothing is asked of the service. */
export function shakeHands(target: HandshakeTarget, clock: Clock, signal?: AbortSignal): Promise<Handshake> {
  const { host, port = HTTPS_PORT, address = host } = target;
  const started = clock.ticks();
  return new Promise((resolve, reject) => {
    // What is looked for is a certificate nobody should trust: the handshake must not end because of it.
    const socket = connect({ host: address, port, servername: host, rejectUnauthorized: false });
    let reached = false;
    const limit = clock.after(LIMIT_MS, () => fail('ETIMEDOUT'));
    const finish = (settle: () => void): void => {
      limit[Symbol.dispose]();
      signal?.removeEventListener('abort', abort);
      socket.destroy();
      settle();
    };
    const abort = (): void => finish(() => reject(signal?.reason));
    const fail = (code: string): void =>
      finish(() => resolve({ kind: reached ? 'refused-tls' : 'unreachable', code }));
    socket
      .once('connect', () => {
        reached = true;
      })
      .once('secureConnect', () => {
        const milliseconds = clock.ticks() - started;
        const { authorized: trusted } = socket;
        const issuers = issuersOf(socket);
        finish(() => resolve({ kind: 'secure', milliseconds, trusted, issuers }));
      })
      .on('error', (error) => fail(systemCodeOf(error) ?? 'EPROTO'));
    if (signal?.aborted) abort();
    else signal?.addEventListener('abort', abort, { once: true });
  });
}

function issuersOf(socket: TLSSocket): string[] {
  const issuers: string[] = [];
  let certificate: DetailedPeerCertificate | undefined = socket.getPeerCertificate(true);
  while (certificate?.issuer && issuers.length < MAX_CHAIN) {
    const { O: organisation, CN: name } = certificate.issuer;
    issuers.push(first(organisation) ?? first(name) ?? 'unnamed');
    const above: DetailedPeerCertificate | undefined = certificate.issuerCertificate;
    if (above === certificate) break; // a root is its own issuer
    certificate = above;
  }
  return issuers;
}

/** Apple's own services show certificates of these; Apple itself fails any connection that shows others. */
const EXPECTED_ISSUERS = /^(?:apple|digicert)\b/i;

/**
 * Whether somebody opens and reseals this connection on the way (security software, a company's filter). The
 * certificates of a filter are often trusted by the computer it is installed on, so trust alone says nothing.
 */
export function isIntercepted(handshake: Handshake): boolean {
  if (handshake.kind !== 'secure') return false;
  return !handshake.trusted || !handshake.issuers.some((issuer) => EXPECTED_ISSUERS.test(issuer));
}

function first(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
