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
  let socket: TLSSocket | undefined;
  try {
    const started = connect({
      socket: raw,
      cert: record.hostCertificate,
      key: record.hostPrivateKey,
      rejectUnauthorized: false,
    });
    socket = started;
    const handshake = (limited: AbortSignal) => once(started, 'secureConnect', { signal: limited });
    await withTimeLimit(clock, HANDSHAKE_LIMIT_MS, noHandshake, handshake, signal);
    return { channel: new Channel(started), provedItself: whoseCertificate(record, started) === 'phone' };
  } catch (error) {
    const certificate = whoseCertificate(record, socket);
    raw.destroy();
    signal.throwIfAborted();
    throw new PhoneError('phone.tls', `TLS with the phone failed: ${messageOf(error)}`, {
      cause: error,
      facts: { certificate },
    });
  }
}

function noHandshake(): Error {
  return new Error(`no handshake within ${HANDSHAKE_LIMIT_MS} ms`);
}

/** Whose certificate the other end showed; `none` where the handshake did not get that far. */
function whoseCertificate(record: PairRecord, socket: TLSSocket | undefined): 'phone' | 'other' | 'none' {
  const shown = socket?.getPeerX509Certificate();
  if (!shown) return 'none';
  const { publicKey } = new X509Certificate(record.deviceCertificate);
  return shown.publicKey.equals(publicKey) ? 'phone' : 'other';
}
