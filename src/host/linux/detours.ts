import { askText } from '../ask.ts';
import { isNode, nodesOfJson, textIn } from '../json-answer.ts';
import type { Detour } from '../network/detour.ts';
import { APPLE_ADDRESS } from '../network/hosts.ts';

/** Kinds of links that lead into somewhere else, as iproute2 prints `info_kind`. */
const TUNNELS: ReadonlySet<string> = new Set([
  'tun',
  'wireguard',
  'ppp',
  'xfrm',
  'vti',
  'ipip',
  'gre',
  'sit',
]);
const BY_NAME = /^(?:tun|tap|wg|ppp|utun|ipsec|proton|nordlynx|tailscale)/;

/** What iproute2 and GNOME's settings tell; both speak the same whatever the language. */
export async function linuxDetours(signal: AbortSignal): Promise<Detour[]> {
  const [links, route, proxy] = await Promise.all([
    askText('ip', ['-json', '-details', 'link', 'show', 'up'], signal),
    askText('ip', ['-json', 'route', 'get', APPLE_ADDRESS], signal),
    gnomeProxy(signal),
  ]);
  const way = textIn(nodesOfJson(route)[0] ?? {}, 'dev');
  const tunnels = nodesOfJson(links).flatMap((link): Detour[] => {
    const name = textIn(link, 'ifname');
    const info = link['linkinfo'];
    const kind = isNode(info) ? textIn(info, 'info_kind') : '';
    if (!TUNNELS.has(kind) && !BY_NAME.test(name)) return [];
    return [{ by: 'vpn', name, everything: name === way }];
  });
  return proxy ? [...tunnels, proxy] : tunnels;
}

/** `org.gnome.system.proxy mode` is `'none'`, `'manual'` or `'auto'`, in quotes. */
async function gnomeProxy(signal: AbortSignal): Promise<Detour | undefined> {
  const get = (schema: string, key: string) => askText('gsettings', ['get', schema, key], signal);
  const mode = unquoted(await get('org.gnome.system.proxy', 'mode'));
  if (mode === 'auto') return { by: 'proxy', name: 'automatic', everything: true };
  if (mode !== 'manual') return undefined;
  const host = unquoted(await get('org.gnome.system.proxy.https', 'host'));
  const port = unquoted(await get('org.gnome.system.proxy.https', 'port'));
  return host === '' ? undefined : { by: 'proxy', name: `${host}:${port}`, everything: true };
}

function unquoted(text = ''): string {
  return text.trim().replaceAll("'", '');
}
