import { askText } from '../ask.ts';
import type { Detour } from '../network/detour.ts';
import { APPLE_ADDRESS } from '../network/hosts.ts';

const TUNNEL = /^(?:utun|ipsec|ppp|tun|tap|gpd)\d*$/;

/** What `route` tells of the way to Apple, and `scutil` of proxies. */
export async function macDetours(signal: AbortSignal): Promise<Detour[]> {
  const [route, proxies] = await Promise.all([
    askText('route', ['-n', 'get', APPLE_ADDRESS], signal),
    askText('scutil', ['--proxy'], signal),
  ]);
  return [...tunnelIn(route ?? ''), ...proxyOf(proxies ?? '')];
}

/**
 * The line `  interface: utun3`. A Mac has `utun` interfaces for itself (Find My, Private Relay): only one that the way
 * leads through is a VPN.
 */
export function tunnelIn(route: string): Detour[] {
  const [, name = ''] = /^\s*interface: (\S+)/m.exec(route) ?? [];
  return TUNNEL.test(name) ? [{ by: 'vpn', name, everything: true }] : [];
}

/** Lines such as `  HTTPSEnable : 1`, `  HTTPSProxy : proxy.example`, `  HTTPSPort : 8080`. */
export function proxyOf(dictionary: string): Detour[] {
  const values = new Map(
    [...dictionary.matchAll(/^\s*(\w+) : (.+)$/gm)].map(([, key = '', value = '']) => [key, value.trim()]),
  );
  if (values.get('HTTPSEnable') === '1') {
    const name = `${values.get('HTTPSProxy') ?? ''}:${values.get('HTTPSPort') ?? ''}`;
    return [{ by: 'proxy', name, everything: true }];
  }
  const isAutomatic = values.get('ProxyAutoConfigEnable') === '1';
  return isAutomatic ? [{ by: 'proxy', name: 'automatic', everything: true }] : [];
}
