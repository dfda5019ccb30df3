import { askText } from '../ask.ts';
import { thisComputer } from '../computer.ts';
import type { PortTrouble } from '../usb/port-trouble.ts';
import { secondsSinceBoot } from './power.ts';

/** A bus in trouble prints a handful a second; more than this tells nothing more. */
const MAX_LINES = 5000;

/** What the kernel said of a port within the last seconds; nothing where its log may not be read. */
export async function recentPortTroubles(
  port: string,
  seconds: number,
  signal: AbortSignal,
): Promise<PortTrouble[]> {
  const args = ['--dmesg', '--output=cat', '--no-pager', '--quiet', `--since=-${seconds}s`];
  const journal = await askText('journalctl', args, signal);
  const lines = journal?.trim() ? journal.split('\n') : await kernelRing(seconds, signal);
  return portTroublesIn(lines.slice(-MAX_LINES), port);
}

/** The kernel's own buffer, where there is no systemd; each line begins with the seconds since the start. */
async function kernelRing(seconds: number, signal: AbortSignal): Promise<readonly string[]> {
  const text = (await askText('dmesg', [], signal)) ?? '';
  const lines = text.split('\n').map((line) => ({ line, at: Number(/^\[\s*(\d+\.\d+)\]/.exec(line)?.[1]) }));
  const now = await secondsSinceBoot(thisComputer().root);
  return lines.filter(({ at }) => now !== undefined && at >= now - seconds).map(({ line }) => line);
}

/** Lines of drivers/usb/core/hub.c; the first part of each names the device by its ports, `usb usb1-port2` the port. */
const LINES: readonly (readonly [PortTrouble['event'], RegExp])[] = [
  ['error', /\busb (\S+): .*\berror (-\d+)/],
  ['reset', /\busb (\S+): reset \S+ USB device/],
  ['disconnect', /\busb (\S+): USB disconnect/],
  ['over-current', /\busb (\S+): over-current/],
];

/** `usb 1-2: device descriptor read/64, error -71`, `usb 1-2: reset high-speed USB device number 18 using xhci_hcd` … */
export function portTroublesIn(lines: readonly string[], port: string): PortTrouble[] {
  const found = new Map<string, { trouble: Omit<PortTrouble, 'times'>; times: number }>();
  for (const line of lines) {
    for (const [event, pattern] of LINES) {
      const [, at = '', code] = pattern.exec(line) ?? [];
      const device = at.replace(/^usb(\d+)-port(\d+)$/, '$1-$2').replace(/-port(\d+)$/, '.$1');
      if (at === '' || !concerns(device, port)) continue;
      const onHub = device !== port;
      const key = `${event} ${onHub} ${code ?? ''}`;
      const seen = found.get(key);
      if (seen) seen.times += 1;
      else found.set(key, { trouble: { event, onHub, ...(code !== undefined && { code }) }, times: 1 });
    }
  }
  return [...found.values()].map(({ trouble, times }) => ({ ...trouble, times }));
}

/** The port itself, a hub above it, or another device behind the same hub (never the computer's own root hub). */
function concerns(device: string, port: string): boolean {
  if (device === port || port.startsWith(`${device}.`)) return true;
  const hub = /^(.+)\.\d+$/.exec(port)?.[1];
  return hub !== undefined && device.startsWith(`${hub}.`);
}
