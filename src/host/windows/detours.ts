import { type JsonNode, numberIn, textIn } from '../json-answer.ts';
import type { Detour } from '../network/detour.ts';
import { APPLE_ADDRESS } from '../network/hosts.ts';
import { askPowershell } from './powershell.ts';

/** What VPN programs call their adapters; these descriptions are not translated. */
const TUNNEL =
  /\b(?:TAP-Windows|TAP-|Wintun|WireGuard|WAN Miniport|PPP|OpenVPN|AnyConnect|Fortinet|PANGP)\b/i;

/** The adapter that leads to Apple, and the proxy of the Internet settings, which Windows' own programs use. */
export async function windowsDetours(signal: AbortSignal): Promise<Detour[]> {
  const [ways, settings] = await Promise.all([
    askPowershell(
      `Find-NetRoute -RemoteIPAddress ${APPLE_ADDRESS} | Select-Object -First 1 InterfaceIndex | ForEach-Object { Get-NetAdapter -IncludeHidden -InterfaceIndex $_.InterfaceIndex } | Select-Object Name,InterfaceDescription`,
      signal,
    ),
    askPowershell(
      "Get-ItemProperty 'HKCU:\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings' | Select-Object ProxyEnable,ProxyServer,AutoConfigURL",
      signal,
    ),
  ]);
  return [...ways.flatMap(tunnelOf), ...settings.flatMap(proxyOf)];
}

export function tunnelOf(adapter: JsonNode): Detour[] {
  const name = textIn(adapter, 'Name');
  return TUNNEL.test(textIn(adapter, 'InterfaceDescription')) ? [{ by: 'vpn', name, everything: true }] : [];
}

export function proxyOf(settings: JsonNode): Detour[] {
  if (numberIn(settings, 'ProxyEnable') === 1)
    return [{ by: 'proxy', name: textIn(settings, 'ProxyServer'), everything: true }];
  if (textIn(settings, 'AutoConfigURL') !== '') return [{ by: 'proxy', name: 'automatic', everything: true }];
  return [];
}
