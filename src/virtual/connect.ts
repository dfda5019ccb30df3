import type { Duplex } from 'node:stream';
import { Channel } from '../kit/channel.ts';
import { isThawError, messageOf } from '../kit/errors.ts';
import { LOCKDOWN_PORT } from '../wire/usbmux.ts';
import { lockdownd } from './lockdown/lockdownd.ts';
import type { VirtualPhone, Way } from './phone.ts';
import type { Opening } from './ports.ts';
import { restored } from './restored.ts';
import { services } from './services.ts';
import { throttled } from './throttle.ts';
import { acceptTls } from './tls.ts';

/** What the other end gets for its goodbye before the connection is ended without it. */
const CLOSING_SECONDS = 5;

type Conversation = (stream: Duplex, signal: AbortSignal) => Promise<void>;

/** What takes over a connection to this port of the phone; undefined when nothing listens there. */
export function connectToPhone(
  phone: VirtualPhone,
  way: Way,
  port: number,
): ((stream: Duplex) => void) | undefined {
  if (phone.mode === 'starting') return undefined;
  if (port === LOCKDOWN_PORT && phone.mode === 'restore')
    return (stream) => void converse(phone, way, 'restored', stream, restored);
  if (port === LOCKDOWN_PORT) {
    return (stream) =>
      void converse(phone, way, 'lockdownd', stream, (end, signal) => lockdownd(phone, way, end, signal));
  }
  const opening = phone.ports.take(port);
  if (!opening) return undefined;
  return (stream) =>
    void converse(phone, way, opening.service, stream, (end, signal) => serve(phone, opening, end, signal));
}

/** Runs one connection to its end; nothing it meets on the way reaches any other. */
async function converse(
  phone: VirtualPhone,
  way: Way,
  service: string,
  stream: Duplex,
  talk: Conversation,
): Promise<void> {
  using link = way.carry(service);
  link.signal.addEventListener('abort', () => stream.destroy(), { once: true });
  // Between two readers of the stream nobody else hears its errors.
  stream.on('error', () => undefined);
  try {
    const end = way.mayBeSlow ? throttled(stream, way, phone.clock) : stream;
    await talk(end, link.signal);
  } catch (error) {
    if (link.signal.aborted || endedByComputer(error)) return;
    phone.log('lockdownd', 'Error', `connection to ${service} ended: ${messageOf(error)}`);
  } finally {
    stream.destroy();
  }
}

async function serve(
  phone: VirtualPhone,
  opening: Opening,
  stream: Duplex,
  signal: AbortSignal,
): Promise<void> {
  const service = services.get(opening.service);
  if (!service) throw new Error(`${opening.service} has gone`);
  const { host } = opening;
  const channel = new Channel(host ? await acceptTls(phone, host, stream, signal) : stream);
  try {
    await phone.responsive(signal);
    await service({ phone, channel, signal });
  } finally {
    if (signal.aborted) channel.destroy();
    else await sayGoodbye(phone, channel, signal);
  }
}

/** TLS wants its close_notify: without it libimobiledevice takes the last answer for a broken one. */
async function sayGoodbye(phone: VirtualPhone, channel: Channel, signal: AbortSignal): Promise<void> {
  const limit = new AbortController();
  using _timer = phone.clock.after(CLOSING_SECONDS * 1000, () => limit.abort());
  await channel.close(AbortSignal.any([signal, limit.signal]));
}

/** Computers mostly just hang up. */
function endedByComputer(error: unknown): boolean {
  return isThawError(error, 'stream.ended', 'stream.failed');
}
