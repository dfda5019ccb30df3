// A million damaged documents for all that reads backups: npm run fuzz [-- --inputs N] [--seed N] [--only NAME]
import { parseArgs } from 'node:util';
import { fuzz } from './fuzz.ts';
import { targets } from './targets.ts';

const { values } = parseArgs({
  options: {
    inputs: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: String(process.hrtime.bigint() % 2_147_483_647n) },
    only: { type: 'string', default: '' },
  },
});
const wanted = targets.filter(({ name }) => name.includes(values.only));
const share = wanted.reduce((sum, { slowness }) => sum + 1 / slowness, 0);
const each = Math.ceil(Number(values.inputs) / share);

console.log(`seed ${values.seed}`);
for (const target of wanted) {
  const began = performance.now();
  await fuzz(target, each, Number(values.seed));
  const seconds = (performance.now() - began) / 1000;
  console.log(
    `${target.name}: ${Math.ceil(each / target.slowness).toLocaleString('en')} inputs, ${seconds.toFixed(1)} s`,
  );
}
