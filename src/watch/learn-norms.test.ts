import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RunEvent, RunFact } from '../kit/run-event.ts';
import { learnNorms } from './learn-norms.ts';
import { norms } from './norms.ts';

/** A run with one silence of so many seconds while it prepares. */
function runWithSilence(seconds: number, outcome: 'verified' | 'failed' = 'verified'): RunEvent[] {
  const at = (second: number, fact: RunFact): RunEvent => ({
    ...fact,
    at: new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString(),
    run: 'example',
  });
  const progress = { type: 'progress', phase: 'preparing', percent: 0, files: 0, bytesPerSecond: 0 } as const;
  return [
    at(0, { type: 'phase.changed', phase: 'preparing' }),
    at(1, { ...progress, bytes: 1 }),
    at(1 + seconds, { ...progress, bytes: 2 }),
    at(2 + seconds, {
      type: 'run.finished',
      outcome,
      cause: null,
      remedies: [],
      skipped: [],
      backup: null,
      previous: 'none',
      seconds: seconds + 2,
    }),
  ];
}

test('without a good run behind it, a phone is taken to be as usual', () => {
  assert.equal(learnNorms([]), norms);
  assert.equal(learnNorms([runWithSilence(500, 'failed')]), norms);
});

test('a phone that was silent for long and still ended well is given longer', () => {
  const learned = learnNorms([runWithSilence(400)]);
  assert.equal(learned.phases.preparing.stuckAfterSeconds, 800);
  assert.equal(learned.phases.preparing.unheardAfterSeconds, 800);
  assert.equal(learned.phases.sending.stuckAfterSeconds, norms.phases.sending.stuckAfterSeconds);
});

test('one quick run shortens nothing, several do, within bounds', () => {
  const quick = runWithSilence(2);
  assert.deepEqual(learnNorms([quick]).phases.preparing, norms.phases.preparing);
  const learned = learnNorms([quick, quick, quick]);
  assert.equal(learned.phases.preparing.stuckAfterSeconds, norms.phases.preparing.stuckAfterSeconds / 2);
});

test('a single odd night does not make a phone unwatched', () => {
  const learned = learnNorms([runWithSilence(100_000)]);
  assert.equal(learned.phases.preparing.stuckAfterSeconds, norms.phases.preparing.stuckAfterSeconds * 8);
});
