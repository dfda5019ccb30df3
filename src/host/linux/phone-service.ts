import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ask } from '../ask.ts';
import { knownPrograms } from '../known-programs.ts';
import type { PhoneService } from '../phone-service/phone-service.ts';
import { runningPrograms } from '../processes.ts';

/** By `ID` and `ID_LIKE` of os-release(5). */
const INSTALL: readonly (readonly [RegExp, string])[] = [
  [/\b(?:debian|ubuntu)\b/, 'sudo apt install usbmuxd'],
  [/\b(?:fedora|rhel|centos)\b/, 'sudo dnf install usbmuxd'],
  [/\barch\b/, 'sudo pacman -S usbmuxd'],
  [/\bsuse\b/, 'sudo zypper install usbmuxd'],
];
const RESTART = 'sudo systemctl restart usbmuxd';

/**
 * usbmuxd as a process and as systemd's unit. That the unit is inactive without a phone is normal: udev starts it when
 * one is plugged in, and the last phone that leaves ends it.
 */
export async function linuxService(root: string, signal: AbortSignal): Promise<PhoneService> {
  const [running, unit] = await Promise.all([runningPrograms(join(root, '/proc')), unitState(signal)]);
  const rival = knownPrograms(running).find(({ role }) => role === 'rivals')?.name;
  const name = 'usbmuxd';
  if (running.has('usbmuxd')) return { name, state: 'running', mend: RESTART, ...(rival && { rival }) };
  if (unit.get('UnitFileState') === 'masked' || unit.get('LoadState') === 'masked')
    return { name, state: 'disabled', mend: 'sudo systemctl unmask --now usbmuxd' };
  if (unit.get('LoadState') === 'loaded')
    return { name, state: unit.get('ActiveState') === 'failed' ? 'stopped' : 'idle', mend: RESTART };
  // Without systemd the program alone tells.
  if (!unit.has('LoadState') && (await ask('usbmuxd', ['--version'], signal)))
    return { name, state: 'idle', mend: 'sudo usbmuxd' };
  const mend = await installCommand(root);
  return { name, state: 'missing', ...(mend !== undefined && { mend }) };
}

/** `LoadState=loaded` and so on; `not-found` for a unit that is not there. */
async function unitState(signal: AbortSignal): Promise<ReadonlyMap<string, string>> {
  const args = ['show', 'usbmuxd.service', '--property=LoadState,ActiveState,UnitFileState'];
  const answer = await ask('systemctl', args, signal);
  const pairs = (answer?.text ?? '').split('\n').map((line) => line.split('=', 2));
  return new Map(pairs.flatMap(([key = '', value]) => (value === undefined ? [] : [[key, value] as const])));
}

async function installCommand(root: string): Promise<string | undefined> {
  const release = await readFile(join(root, '/etc/os-release'), 'utf8').catch(() => '');
  const names = [...release.matchAll(/^ID(?:_LIKE)?=(.*)$/gm)].map(([, value = '']) => value).join(' ');
  return INSTALL.find(([pattern]) => pattern.test(names))?.[1];
}
