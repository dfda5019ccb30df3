import { allowIcloud } from '../guide/steps/allow-icloud.ts';
import { nearerToRouter } from '../guide/steps/nearer-to-router.ts';
import { otherNetwork } from '../guide/steps/other-network.ts';
import { privateAddressOff } from '../guide/steps/private-address-off.ts';
import { resetNetworkSettings } from '../guide/steps/reset-network-settings.ts';
import { signInPortal } from '../guide/steps/sign-in-portal.ts';
import { vpnOff } from '../guide/steps/vpn-off.ts';
import { wakePhone } from '../guide/steps/wake-phone.ts';
import { guided } from './guided.ts';
import type { Remedy } from './remedy.ts';
import { lastOf } from './situation.ts';

/** What only hands can do about Wi-Fi, about the network, and about what stands in it. */
export const networkByHand: readonly Remedy[] = [
  guided(wakePhone, {
    cures: { 'phone-asleep': 0.9, 'wifi-unstable': 0.3 },
    cost: { seconds: 120, trouble: 2 },
  }),
  guided(nearerToRouter, {
    cures: { 'wifi-unstable': 0.7 },
    cost: { seconds: 180, trouble: 3 },
    may: ({ trouble }) => trouble.kind === 'ended',
  }),
  guided(privateAddressOff, {
    risk: 'changes-settings',
    cures: { 'private-wifi-address': 0.8 },
    cost: { seconds: 120, trouble: 3 },
  }),
  guided(signInPortal, { cures: { 'captive-portal': 0.9 }, cost: { seconds: 60, trouble: 2 } }),
  guided(vpnOff, { cures: { 'vpn-in-way': 0.85 }, cost: { seconds: 60, trouble: 3 } }, (situation) => ({
    name: lastOf(situation, 'net.detour')?.name,
  })),
  guided(
    allowIcloud,
    {
      cures: { 'dns-blocks-icloud': 0.8, 'firewall-blocks': 0.5, 'internet-intercepted': 0.7 },
      cost: { seconds: 600, trouble: 6 },
    },
    (situation) => ({
      host: lastOf(situation, 'net.name')?.host ?? lastOf(situation, 'net.host')?.host,
    }),
  ),
  guided(otherNetwork, {
    cures: {
      'internet-slow': 0.5,
      'internet-unstable': 0.7,
      'no-internet': 0.7,
      'dns-broken': 0.8,
      'wifi-weak': 0.6,
      'firewall-blocks': 0.4,
      'dns-blocks-icloud': 0.3,
    },
    cost: { seconds: 300, trouble: 5 },
    may: ({ networkTrouble }) => networkTrouble !== undefined,
  }),
  guided(resetNetworkSettings, {
    risk: 'changes-settings',
    cures: { 'dns-broken': 0.3, 'vpn-in-way': 0.3, 'firewall-blocks': 0.25 },
    cost: { seconds: 900, trouble: 8 },
    may: ({ networkTrouble }) => networkTrouble !== undefined,
  }),
];
