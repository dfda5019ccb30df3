import type { Setting } from './setting.ts';

/** What the program is told to do, as its user types it. */
export function commandOf({ scenario, destination, second }: Setting): readonly string[] {
  if (scenario.task === 'watch') {
    const instead = scenario.instead ? ['--or-backup-to', destination] : [];
    return ['watch', '--json', ...instead, ...scenario.arguments];
  }
  if (scenario.task === 'network') return ['why', '--network', '--mend', '--json', ...scenario.arguments];
  const turnTo = second === undefined ? [] : ['--or-to', second];
  return ['backup', '--to', destination, '--json', ...turnTo, ...scenario.arguments];
}
