import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { damages } from './damages.ts';
import { killedRuns } from './killed.ts';
import { holdingsOf, type Measured, treat } from './measure.ts';
import { makeSpecimens } from './specimens.ts';

// The whole suite: every damage to every specimen. Prints a table, a line each.

/** Of each kind. */
const KILLS = 8;
const [only, kind] = process.argv.slice(2);
await using place = await mkdtempDisposable(join(tmpdir(), 'thaw-damage-'));
for (const specimen of await makeSpecimens(place.path)) {
  if (kind !== undefined && !specimen.name.includes(kind)) continue;
  const good = await holdingsOf(join(specimen.destination, specimen.udid), specimen.password);
  process.stdout.write(`\n${specimen.name}: ${good.size} files\n`);
  for (const damage of damages) {
    if (only !== undefined && !damage.name.includes(only)) continue;
    if (damage.fits && !damage.fits(specimen)) continue;
    tell(damage.name, await treat(specimen, damage, good, place.path));
  }
}
if (only === undefined || 'killed'.includes(only)) {
  process.stdout.write('\nkilled programs\n');
  for await (const { what, ...measured } of killedRuns(KILLS, 5, place.path)) tell(what, measured);
}

function tell(what: string, { before, repaired, salvaged, sound, mends, beyond }: Measured): void {
  const shares = [before, repaired, salvaged].map(percent).join(' | ');
  const how = [...mends, ...beyond.map((id) => `(${id})`)].join(' ');
  process.stdout.write(`| ${what} | ${shares} | ${sound ? 'yes' : 'no'} | ${how} |\n`);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(share === 1 ? 0 : 1)} %`;
}
