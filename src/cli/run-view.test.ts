import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wordsOf } from '../app/words.ts';
import { ThawError } from '../kit/errors.ts';
import type { RunFact } from '../kit/run-event.ts';
import { VaultError } from '../vault/errors.ts';
import { RunView } from './run-view.ts';

const failure = new VaultError('destination.missing', 'gone', { facts: { folder: '/media/disk' } });
const { what: sentence, safe, next } = wordsOf(failure);
const named: RunFact = {
  type: 'cause.named',
  cause: { id: failure.code, requirements: [], certainty: 1, sentence, safe, next, evidence: [] },
};

function viewOf(...facts: readonly RunFact[]): RunView {
  const view = new RunView({ write: () => undefined });
  for (const fact of facts) view.show({ ...fact, at: '2026-01-01T00:00:00Z', run: 'run' });
  return view;
}

test('what a person has just read is known', () => {
  assert.equal(viewOf(named).hasTold(failure), true);
  assert.equal(viewOf().hasTold(failure), false);
  const cancelled = new ThawError('cancelled', 'Ctrl-C');
  assert.equal(viewOf(named).hasTold(cancelled), false);
});

test('what was said before something was tried is said again at the end', () => {
  const tried: RunFact = { type: 'remedy.finished', remedy: 'x', result: 'no-effect' };
  assert.equal(viewOf(named, tried).hasTold(failure), false);
});
