import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { anyEvidence } from '../../test/support/evidence/arbitrary-evidence.ts';
import { evidence } from '../../test/support/evidence/example-evidence.ts';
import { because, evidenceInWords } from './evidence-in-words.ts';

test('the evidence for a cause is one sentence', () => {
  const seen = [
    evidence('link.detached', { deviceId: 3 }),
    evidence('link.attached', { deviceId: 4, secondsAway: 2 }, 2),
    evidence('link.detached', { deviceId: 4 }, 60),
  ];
  assert.equal(
    because(seen),
    'Because the iPhone left the cable connection (2 times); and the iPhone came back after 2 seconds.',
  );
  assert.equal(because([]), '');
});

test('every piece of evidence can be told in a clause', () => {
  fc.assert(
    fc.property(anyEvidence, (one) => {
      const clause = evidenceInWords(one);
      assert.match(clause, /^\S.*[^.]$/);
      assert.doesNotMatch(clause, /undefined|NaN|Infinity|\[object| {2}/);
    }),
    { numRuns: 300 },
  );
});
