import { PhoneError } from './errors.ts';
import type { MuxDevice } from './mux-device.ts';

/** Each phone once. The same phone on the cable and on Wi-Fi is the one on the cable: faster, and it charges. */
export function eachPhone(devices: readonly MuxDevice[]): MuxDevice[] {
  const phones = new Map<string, MuxDevice>();
  for (const device of devices) {
    if (device.connection === 'usb' || !phones.has(device.udid)) phones.set(device.udid, device);
  }
  return [...phones.values()];
}

/**
 * The phone that is meant: the one with this UDID, or else the only one. Throws `phone.none`, `phone.several` with the UDIDs to choose from, or `phone.absent`.
 */
export function choosePhone(devices: readonly MuxDevice[], udid: string | undefined): MuxDevice {
  const phones = eachPhone(devices);
  if (udid !== undefined) {
    const named = phones.find((phone) => sameUdid(phone.udid, udid));
    if (named) return named;
    throw new PhoneError('phone.absent', `no phone ${udid} is attached`, { facts: { udid } });
  }
  const [first, second] = phones;
  if (!first) throw new PhoneError('phone.none', 'no phone is attached');
  if (!second) return first;
  throw new PhoneError('phone.several', `${phones.length} phones are attached`, {
    facts: { phones: phones.map((phone) => phone.udid).join(', ') },
  });
}

/** With or without dash, in any case. */
export function sameUdid(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

function plain(udid: string): string {
  return udid.replaceAll('-', '').toLowerCase();
}
