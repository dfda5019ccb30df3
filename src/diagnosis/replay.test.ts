import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evidence } from '../../test/support/evidence/example-evidence.ts';
import type { Evidence } from '../kit/evidence.ts';
import type { RunEvent, RunFact } from '../kit/run-event.ts';
import { diagnose } from './diagnose.ts';
import { nameOf } from './name.ts';
import { replay } from './replay.ts';

/** A link that drops twice, and a disk that is full in the end. */
const seen: readonly Evidence[] = [
  evidence('attempt.failed', { code: 'backup.link-lost', phase: 'sending', bytes: 5e8, percent: 12 }, 10),
  evidence('link.detached', { deviceId: 3 }, 10),
  evidence('link.attached', { deviceId: 4, secondsAway: 2 }, 12),
  evidence('remedy.tried', { remedy: 'reconnect', result: 'helped', cures: { 'link-unstable': 0.9 } }, 20),
  evidence('attempt.failed', { code: 'backup.no-space', phase: 'sending', bytes: 40e9, errno: 'ENOSPC' }, 90),
];

function recorded(): RunEvent[] {
  const event = (fact: RunFact, at: string): RunEvent => ({ ...fact, at, run: 'example' });
  const found = seen.map((one) => event({ type: 'evidence.found', evidence: one }, one.at));
  return [event({ type: 'phase.changed', phase: 'sending' }, '2026-01-01T12:00:00.000Z'), ...found];
}

test('a recorded run is diagnosed again as it was', () => {
  const names = [...replay(recorded())].map(({ named }) => named?.id);
  assert.deepEqual(names, [undefined, 'link-unstable', 'link-unstable', undefined, 'destination-full']);
  assert.equal(names.at(-1), nameOf(diagnose(seen))?.id);
});

test('each moment knows only what was known then', () => {
  const [first] = replay(recorded());
  assert.deepEqual(first?.diagnosis.evidence, [seen[0]]);
});

test('a record that went through a file as JSON lines is the same', () => {
  const lines = recorded().map((event) => JSON.stringify(event));
  const events: RunEvent[] = lines.map((line) => JSON.parse(line));
  assert.deepEqual([...replay(events)], [...replay(recorded())]);
});
