import type { VirtualPhone } from './phone.ts';

/** What stands for a phone's own address when it shows each network another one. */
const PRIVATE_ADDRESS_BYTES = [0x5e, 0x41, 0x07, 0x9c, 0x22, 0xd3] as const;

/** The Wi-Fi address by which the phone goes in this network: its own, or a private one (the default since iOS 14). */
function shownWifiAddress({ identity, scenario }: VirtualPhone): string {
  if (!scenario.phone.wifi.privateAddress) return identity.wifiAddress;
  return PRIVATE_ADDRESS_BYTES.map((byte) => byte.toString(16).padStart(2, '0')).join(':');
}

/** The name under which the phone offers itself in the network (mDNS). */
export function wifiServiceName(phone: VirtualPhone): string {
  return `${shownWifiAddress(phone)}@fe80::1._apple-mobdev2._tcp.local.`;
}
