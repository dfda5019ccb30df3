import type { Setting } from './setting.ts';

/** Root may write where nobody may; these rights are taken from it. */
const TAKEN = ['setpriv', '--bounding-set', '-dac_override,-dac_read_search'] as const;

/** The command line of a program that has no more rights than the scenario gives it. */
export function withRights(
  { scenario }: Setting,
  command: readonly [string, ...string[]],
): readonly [string, ...string[]] {
  return scenario.destination.forbidden && process.getuid?.() === 0 ? [...TAKEN, ...command] : command;
}
