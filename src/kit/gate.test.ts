import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Gate } from './gate.ts';

test('an open gate asks nobody to wait; a closed one lets all through when its last holder lets go', async () => {
  const gate = new Gate();
  assert.equal(gate.pressure(), undefined);
  const first = gate.close();
  const second = gate.close();
  const waiting = gate.pressure();
  first[Symbol.dispose]();
  first[Symbol.dispose]();
  assert.equal(gate.pressure(), waiting);
  second[Symbol.dispose]();
  await waiting;
  assert.equal(gate.pressure(), undefined);
});
