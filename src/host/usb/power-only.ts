import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Computer, thisComputer } from '../computer.ts';

/** `port0-partner`: what hangs on a USB-C port (Linux, Documentation/ABI/testing/sysfs-class-typec). */
const PARTNER = /^port\d+-partner$/;
const APPLE = 0x05ac;

/**
 * USB-C ports where something by Apple has said who it is over the wire for power. With no Apple device on the bus, it
 * takes power and shows no data. 0 where the system does not tell: few do, and only over USB-C at both ends.
 */
export async function powerOnlyPorts(
  signal: AbortSignal,
  { system, root }: Computer = thisComputer(),
): Promise<number> {
  if (system !== 'linux') return 0;
  const folder = `${root}/sys/class/typec`;
  const partners = (await readdir(folder).catch(() => [])).filter((name) => PARTNER.test(name));
  signal.throwIfAborted();
  const headers = await Promise.all(
    partners.map((name) => readFile(join(folder, name, 'identity/id_header'), 'utf8').catch(() => '')),
  );
  return headers.filter((header) => vendorOf(header) === APPLE).length;
}

/** The vendor is the lower half of the id header that a partner tells by USB Power Delivery. */
function vendorOf(header: string): number {
  return Number(header.trim()) % 0x1_0000;
}
