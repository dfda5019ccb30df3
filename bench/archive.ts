// Reading backups, in ratios: npm run bench:archive [-- --runs N] [--only contents|listing|opening]
import { parseArgs } from 'node:util';
import { contents } from './archive/contents.ts';
import { listing } from './archive/listing.ts';
import { opening } from './archive/opening.ts';

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '3' }, only: { type: 'string', default: '' } },
});
const benches = { contents, listing, opening } as const;

for (const [name, bench] of Object.entries(benches))
  if (name.includes(values.only)) console.log(await bench(Number(values.runs)));
