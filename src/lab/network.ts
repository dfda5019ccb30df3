import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { probedHosts } from '../host/network/hosts.ts';
import type { Clock } from '../kit/clock.ts';
import { startNetwork } from '../virtual/network/start-network.ts';
import type { VirtualPhone } from '../virtual/phone.ts';

/** A network of the scenario's own, as a program that is started with this environment finds it. */
export interface ShownNetwork extends AsyncDisposable {
  readonly env: Readonly<Record<string, string>>;
}

/** Starts what stands in for the Internet around a phone. Its authority is one more that the program trusts. */
export async function showNetwork(
  phone: VirtualPhone,
  { measuresUpload, place }: { readonly measuresUpload: boolean; readonly place: string },
  clock: Clock,
): Promise<ShownNetwork> {
  const named = (of: 'apple' | 'others') =>
    probedHosts.filter((one) => one.of === of).map(({ host }) => host);
  const hosts = { apple: named('apple'), others: named('others') };
  const network = await startNetwork(hosts, phone.surroundings, clock);
  const authority = join(place, 'authority.pem');
  await writeFile(authority, network.authority);
  return {
    env: {
      THAW_NETWORK: JSON.stringify({ ...network.places, ...(!measuresUpload && { upload: undefined }) }),
      NODE_EXTRA_CA_CERTS: authority,
    },
    [Symbol.asyncDispose]: () => network[Symbol.asyncDispose](),
  };
}
