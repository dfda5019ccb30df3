import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evidence } from '../../test/support/evidence/example-evidence.ts';
import type { Evidence } from '../kit/evidence.ts';
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

test('a recorded run is diagnosed again as it was, moment by moment', () => {
  const failed = { phase: 'sending', bytes: 5e8 };
  const cures = { 'link-unstable': 0.9 };
  const seen: readonly Evidence[] = [
    evidence('attempt.failed', { ...failed, code: 'backup.link-lost', percent: 12 }, 10),
    evidence('link.detached', { deviceId: 3 }, 10),
    evidence('link.attached', { deviceId: 4, secondsAway: 2 }, 12),
    evidence('remedy.tried', { remedy: 'reconnect', result: 'helped', cures }, 20),
    evidence('attempt.failed', { ...failed, code: 'backup.no-space', errno: 'ENOSPC' }, 90),
  ];
  const names = (known: readonly Evidence[]) =>
    known.map((_, last) => nameOf(diagnose(known.slice(0, last + 1)))?.id);
  assert.deepEqual(names(seen), [undefined, 'link-unstable', 'link-unstable', undefined, 'destination-full']);
  const recorded: readonly Evidence[] = JSON.parse(JSON.stringify(seen));
  assert.deepEqual(names(recorded), names(seen));
});
