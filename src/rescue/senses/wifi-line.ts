import { measureLatency } from '../../host/network/latency.ts';
import { systemClock } from '../../kit/clock.ts';
import type { PhoneLink } from '../../phone/session.ts';
import { LOCKDOWN_PORT } from '../../wire/usbmux.ts';
import type { Perceiving } from './sense.ts';

const QUESTIONS = 8;

/** Tells how evenly a phone on Wi-Fi answers at its own address; nothing of one on the cable. */
export async function lookAtWifiLine(
  { device: { connection, host } }: PhoneLink,
  { tell }: Perceiving,
  signal: AbortSignal,
): Promise<void> {
  if (connection !== 'network' || host === undefined) return;
  // However much faster a phone of the lab lives, the network does not.
  const line = await measureLatency({ host, port: LOCKDOWN_PORT, count: QUESTIONS }, systemClock, signal);
  if (!line) return;
  const { median: medianMs, jitter: jitterMs, loss } = line;
  tell({ kind: 'wifi.line', source: 'network', facts: { medianMs, jitterMs, loss } });
}
