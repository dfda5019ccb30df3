import { askText } from '../ask.ts';
import { isNode, nodesIn, nodesOfJson, textIn } from '../json-answer.ts';
import type { Radio } from '../network/radio.ts';

const BANDS: ReadonlyMap<string, number> = new Map([
  ['2', 2.4],
  ['5', 5],
  ['6', 6],
]);
/** It looks around before it answers. */
const LIMIT_MS = 12_000;

export async function macRadio(signal: AbortSignal): Promise<Radio | undefined> {
  const args = ['SPAirPortDataType', '-json'];
  return radioIn((await askText('system_profiler', args, signal, LIMIT_MS)) ?? '');
}

/** `spairport_signal_noise` is `-52 dBm / -90 dBm`, `spairport_network_channel` `36 (5GHz, 80MHz)`. */
export function radioIn(json: string): Radio | undefined {
  const [root = {}] = nodesOfJson(json);
  const adapters = nodesIn(root['SPAirPortDataType']).flatMap((one) =>
    nodesIn(one['spairport_airport_interfaces']),
  );
  for (const adapter of adapters) {
    const current = adapter['spairport_current_network_information'];
    if (!isNode(current)) continue;
    const [, dbm] = /(-\d+) dBm/.exec(textIn(current, 'spairport_signal_noise')) ?? [];
    const [, band = ''] = /(\d)GHz/.exec(textIn(current, 'spairport_network_channel')) ?? [];
    const gigahertz = BANDS.get(band);
    if (dbm !== undefined) return { dbm: Number(dbm), ...(gigahertz !== undefined && { gigahertz }) };
  }
  return undefined;
}
