import { type Computer, thisComputer } from '../computer.ts';
import { linuxDetours } from '../linux/detours.ts';
import { macDetours } from '../macos/detours.ts';
import { windowsDetours } from '../windows/detours.ts';

/** Something that this computer's traffic is led through. */
export interface Detour {
  readonly by: 'vpn' | 'proxy';
  /** The interface, or the proxy's host and port. Nothing secret. */
  readonly name: string;
  /** The way to Apple leads through it, not only that into some other network. */
  readonly everything: boolean;
}

/** VPNs and proxies that are on; what cannot be learned is none. */
export async function detours(signal: AbortSignal, computer: Computer = thisComputer()): Promise<Detour[]> {
  const own = await ofSystem(signal, computer);
  const named = proxyIn(process.env);
  return named ? [...own, named] : own;
}

async function ofSystem(signal: AbortSignal, { system }: Computer): Promise<Detour[]> {
  if (system === 'macos') return await macDetours(signal);
  return system === 'windows' ? await windowsDetours(signal) : await linuxDetours(signal);
}

/** Programs started from this terminal use it; the phone never hears of it. */
export function proxyIn(env: Readonly<Record<string, string | undefined>>): Detour | undefined {
  const set = [env['HTTPS_PROXY'], env['https_proxy'], env['ALL_PROXY'], env['all_proxy']].find(Boolean);
  if (set === undefined) return undefined;
  const name = URL.parse(set.includes('://') ? set : `http://${set}`)?.host;
  // Without what stands before the @, which may be a password.
  return name ? { by: 'proxy', name, everything: true } : undefined;
}
