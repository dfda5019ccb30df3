import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { askText } from '../ask.ts';
import { nodesOfJson, numberIn, textIn } from '../json-answer.ts';
import type { PowerState, Sleep } from '../power/power-state.ts';

/** Reads /sys/class/power_supply (the kernel's ABI/testing/sysfs-class-power); undefined on a computer without any. */
export async function linuxPower(root = ''): Promise<PowerState | undefined> {
  const folder = join(root, '/sys/class/power_supply');
  const names = await readdir(folder).catch(() => []);
  const supplies = await Promise.all(names.map((name) => supplyAt(join(folder, name))));
  const mains = supplies.filter(({ type, scope }) => /^(?:Mains|USB)/.test(type) && scope !== 'Device');
  // Mice and headphones have batteries too.
  const batteries = supplies.filter(({ type, scope }) => type === 'Battery' && scope !== 'Device');
  if (mains.length === 0 && batteries.length === 0) return undefined;
  const discharging = batteries.some(({ status }) => status === 'Discharging');
  const levels = batteries.flatMap(({ percent }) => (percent === undefined ? [] : [percent]));
  return {
    onMains: mains.some(({ online }) => online) || !discharging,
    percent: levels.length === 0 ? undefined : Math.max(...levels),
  };
}

async function supplyAt(folder: string) {
  const attribute = async (name: string): Promise<string> =>
    (await readFile(join(folder, name), 'utf8').catch(() => '')).trim();
  const capacity = await attribute('capacity');
  return {
    type: await attribute('type'),
    scope: await attribute('scope'),
    status: await attribute('status'),
    online: (await attribute('online')) === '1',
    percent: capacity === '' || !Number.isFinite(Number(capacity)) ? undefined : Number(capacity),
  };
}

/** The kernel's own marks of a suspend and of its end. */
const ENTRY = /^PM: suspend entry/;
const EXIT = /^PM: suspend exit/;

/** The kernel's log by systemd's journal, a JSON object a line; nothing where it may not be read. */
export async function linuxSleeps(since: Date, signal: AbortSignal): Promise<readonly Sleep[]> {
  const from = Math.floor(since.getTime() / 1000);
  const args = ['--dmesg', '--output=json', '--no-pager', '--quiet', `--since=@${from}`];
  return parseSuspends((await askText('journalctl', args, signal)) ?? '');
}

export function parseSuspends(journal: string): Sleep[] {
  const sleeps: Sleep[] = [];
  let entered: Date | undefined;
  for (const [node] of journal.split('\n').map((line) => nodesOfJson(line))) {
    const message = node ? textIn(node, 'MESSAGE') : '';
    const at = new Date((node ? (numberIn(node, '__REALTIME_TIMESTAMP') ?? 0) : 0) / 1000);
    if (ENTRY.test(message)) entered = at;
    if (!EXIT.test(message) || !entered) continue;
    const seconds = Math.round((at.getTime() - entered.getTime()) / 1000);
    sleeps.push({ at: entered, seconds, reason: 'unknown' });
    entered = undefined;
  }
  return sleeps;
}

/**
 * Seconds since this computer was started, those asleep counted too (/proc/uptime, CLOCK_BOOTTIME); Node's own ticks
 * leave them out on Linux. Undefined where there is no such file.
 */
export async function secondsSinceBoot(root = ''): Promise<number | undefined> {
  const text = await readFile(join(root, '/proc/uptime'), 'utf8').catch(() => '');
  const seconds = Number.parseFloat(text);
  return Number.isFinite(seconds) ? seconds : undefined;
}
