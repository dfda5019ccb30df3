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
  try {
    const socket = connect({
      socket: raw,
      cert: record.hostCertificate,
      key: record.hostPrivateKey,
      rejectUnauthorized: false,
    });
    const handshake = (limited: AbortSignal) => once(socket, 'secureConnect', { signal: limited });
    await withTimeLimit(clock, HANDSHAKE_LIMIT_MS, noHandshake, handshake, signal);
    return { channel: new Channel(socket), provedItself: isPhoneOf(record, socket) };
  } catch (error) {
    raw.destroy();
    signal.throwIfAborted();
    throw new PhoneError('phone.tls', `TLS with the phone failed: ${messageOf(error)}`, { cause: error });
  }
}

function noHandshake(): Error {
  return new Error(`no handshake within ${HANDSHAKE_LIMIT_MS} ms`);
}

function isPhoneOf(record: PairRecord, socket: TLSSocket): boolean {
  const peer = socket.getPeerX509Certificate();
  return peer?.publicKey.equals(new X509Certificate(record.deviceCertificate).publicKey) ?? false;
}
