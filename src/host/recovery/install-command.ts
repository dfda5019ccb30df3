import { readFile } from 'node:fs/promises';
import { type Computer, thisComputer } from '../computer.ts';

/** By the families that `/etc/os-release` names. */
const ON_LINUX: readonly (readonly [RegExp, string])[] = [
  [/\b(?:debian|ubuntu)\b/, 'sudo apt install irecovery idevicerestore'],
  [/\b(?:fedora|rhel)\b/, 'sudo dnf install libirecovery-utils idevicerestore'],
  [/\barch\b/, 'sudo pacman -S libirecovery idevicerestore'],
];

/**
 * The one command that brings `irecovery` and `idevicerestore` on to this system; undefined where nobody publishes them
 * ready to use, as for Windows: Apple's own program is the way there.
 */
export async function installCommand(
  { system, root }: Computer = thisComputer(),
): Promise<string | undefined> {
  if (system === 'windows') return undefined;
  if (system === 'macos') return 'brew install libirecovery idevicerestore';
  const release = await readFile(`${root}/etc/os-release`, 'utf8').catch(() => '');
  const families = release
    .split('\n')
    .filter((line) => /^ID(?:_LIKE)?=/.test(line))
    .join(' ');
  return ON_LINUX.find(([family]) => family.test(families))?.[1];
}
