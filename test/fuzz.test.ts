import { test } from 'node:test';
import { fuzz } from './fuzz/fuzz.ts';
import { targets } from './fuzz/targets.ts';

/** The million is in `npm run fuzz`. */
const INPUTS = 500;

for (const target of targets)
  test(`damaged ${target.name} are read or refused, nothing else`, () => fuzz(target, INPUTS));
