import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evidence } from '../../test/support/evidence/example-evidence.ts';
import { diagnose } from './diagnose.ts';
import { nameOf } from './name.ts';

test('without evidence nothing is named', () => {
  const diagnosis = diagnose([]);
  assert.equal(nameOf(diagnosis), undefined);
  assert.ok(diagnosis.ranked.every(({ certainty }) => certainty < 0.2));
});

test('a named cause explains itself and carries its evidence', () => {
  const seen = [
    evidence('link.detached', { deviceId: 4 }, 0),
    evidence('attempt.failed', { code: 'backup.link-lost', phase: 'sending', bytes: 5e7 }, 1),
    evidence('link.attached', { deviceId: 5, secondsAway: 3 }, 3),
  ];
  const named = nameOf(diagnose(seen));
  assert.equal(named?.id, 'link-unstable');
  assert.equal(named.sentence, 'The iPhone dropped off the cable connection once and came back after 3 s.');
  assert.deepEqual(named.evidence, seen);
});
