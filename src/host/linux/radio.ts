import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { askText } from '../ask.ts';
import type { Radio } from '../network/radio.ts';

/** /proc/net/wireless has the level of every adapter that is connected; `iw`, where installed, its frequency. */
export async function linuxRadio(signal: AbortSignal, root = ''): Promise<Radio | undefined> {
  const table = await readFile(join(root, '/proc/net/wireless'), 'utf8').catch(() => '');
  const found = levelIn(table);
  if (!found) return undefined;
  const link = (await askText('iw', ['dev', found.adapter, 'link'], signal)) ?? '';
  const [, megahertz] = /^\s*freq: (\d+)/m.exec(link) ?? [];
  return { dbm: found.dbm, ...(megahertz !== undefined && { gigahertz: bandOf(Number(megahertz)) }) };
}

function bandOf(megahertz: number): number {
  if (megahertz < 3000) return 2.4;
  return megahertz < 5925 ? 5 : 6;
}

/** After two lines of headings: `wlp2s0: 0000   58.  -52.  -256 …`, the third figure being the level in dBm. */
export function levelIn(table: string): { adapter: string; dbm: number } | undefined {
  for (const line of table.split('\n').slice(2)) {
    const [, adapter, level] = /^\s*(\S+):\s+\S+\s+\S+\s+(-?\d+)\.?\s/.exec(line) ?? [];
    const dbm = Number(level);
    // Old drivers tell a share instead, which is no dBm.
    if (adapter !== undefined && dbm < 0) return { adapter, dbm };
  }
  return undefined;
}
