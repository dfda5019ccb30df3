import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { connect, type TLSSocket } from 'node:tls';
import { Channel } from '../kit/channel.ts';
import type { Clock } from '../kit/clock.ts';
import { messageOf } from '../kit/errors.ts';
import { withTimeLimit } from '../kit/signals.ts';
import type { PairRecord } from '../wire/pair-record.ts';
import { PhoneError } from './errors.ts';

const HANDSHAKE_LIMIT_MS = 30_000;

export interface SecuredChannel {
  readonly channel: Channel;
  /** The other end holds the key of the phone this record was made with. False does not prove the opposite. */
  readonly provedItself: boolean;
}

/**
 * Starts TLS on a connection, with this computer's certificate of the pairing; rejects with `phone.tls`.
 * The phone's certificate is compared and not enforced: no client checks it, so what a phone shows after a
 * restore or an update of iOS is not known well enough to refuse it.
 */
export async function secure(
  plain: Channel,
  record: PairRecord,
  clock: Clock,
  signal: AbortSignal,
): Promise<SecuredChannel> {
  const raw = plain.release();
  const socket = connect({
    socket: raw,
    cert: record.hostCertificate,
    key: record.hostPrivateKey,
    rejectUnauthorized: false,
    ...(isSha1(record.hostCertificate) && { ciphers: 'DEFAULT:@SECLEVEL=0' }),
  });
  try {
    const slow = () => new Error(`no TLS handshake within ${HANDSHAKE_LIMIT_MS} ms`);
    await withTimeLimit(
      clock,
      HANDSHAKE_LIMIT_MS,
      slow,
      (limited) => once(socket, 'secureConnect', { signal: limited }),
      signal,
    );
  } catch (error) {
    socket.destroy();
    signal.throwIfAborted();
    throw new PhoneError('phone.tls', `TLS with the phone failed: ${messageOf(error)}`, { cause: error });
  }
  return { channel: new Channel(socket), provedItself: isPhoneOf(record, socket) };
}

/** Records made by libimobiledevice 1.3.0 are signed with SHA-1, which OpenSSL refuses to present by default. */
function isSha1(certificate: string): boolean {
  return /^sha1/i.test(new X509Certificate(certificate).signatureAlgorithm ?? '');
}

function isPhoneOf(record: PairRecord, socket: TLSSocket): boolean {
  const peer = socket.getPeerX509Certificate();
  return peer?.publicKey.equals(new X509Certificate(record.deviceCertificate).publicKey) ?? false;
}
