import { test } from 'node:test';
import { checkModel } from '../vault/model-check.ts';

test('hundreds of random sequences of runs give what a plain folder would', () =>
  checkModel({ sequences: 300 }));
