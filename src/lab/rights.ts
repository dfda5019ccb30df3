import type { Scenario } from '../virtual/scenario.ts';

/** Root may write where nobody may; these rights are taken from it. */
const TAKEN = ['setpriv', '--bounding-set', '-dac_override,-dac_read_search'] as const;

/** The command line of a program that may do no more than the scenario lets it. */
export function withRights(
  destination: Scenario['destination'],
  command: readonly [string, ...string[]],
): readonly [string, ...string[]] {
  const isTaken = destination.forbidden && process.getuid?.() === 0;
  const allowed = isTaken ? ([...TAKEN, ...command] as const) : command;
  const largest = destination['largest-file'];
  if (largest === undefined) return allowed;
  // Without the signal a write fails with EFBIG, as it does on FAT.
  return ['prlimit', `--fsize=${largest}`, 'env', '--ignore-signal=XFSZ', ...allowed];
}
