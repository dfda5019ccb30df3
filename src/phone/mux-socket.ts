import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { systemCodeOf } from '../kit/errors.ts';
import { PhoneError } from './errors.ts';
import { type MuxAddress, muxAddressText } from './mux-address.ts';

/** A connection to usbmuxd; rejects with `mux.absent` or `mux.permission` when there is none to be had. */
export async function openMuxSocket(address: MuxAddress, signal: AbortSignal): Promise<Socket> {
  const socket = address.kind === 'unix' ? connect(address.path) : connect(address.port, address.host);
  // Requests are one small packet each: waiting for more to send would only add a delay.
  socket.setNoDelay(true);
  try {
    await once(socket, 'connect', { signal });
    return socket;
  } catch (error) {
    socket.destroy();
    signal.throwIfAborted();
    throw unreachable(address, error);
  }
}

function unreachable(address: MuxAddress, error: unknown): PhoneError {
  const at = muxAddressText(address);
  const systemCode = systemCodeOf(error);
  const facts = { address: at, systemCode };
  if (systemCode === 'EACCES' || systemCode === 'EPERM') {
    return new PhoneError('mux.permission', `not allowed to talk to usbmuxd at ${at}`, {
      cause: error,
      facts,
    });
  }
  return new PhoneError('mux.absent', `no usbmuxd at ${at}`, { cause: error, facts });
}
