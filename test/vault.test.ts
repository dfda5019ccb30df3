import { test } from 'node:test';
import { checkModel } from './vault/model-check.ts';

test('any sequence of runs gives what a plain folder would, before and after commits, cuts and restores', () =>
  checkModel({ sequences: 25 }));
