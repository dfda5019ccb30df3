import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { NamedCause, RunFact } from '../../../src/kit/run-event.ts';
import { happeningsWith, noHappenings } from './happenings.ts';

/** What stands in the list, in a word each. */
function told(...facts: readonly RunFact[]): readonly string[] {
  const at = new Date(0).toISOString();
  return facts
    .map((fact, index) => ({ ...fact, at, run: 'r', number: index + 1 }))
    .reduce(happeningsWith, noHappenings)
    .map((event) => ('result' in event ? event.result : event.type));
}

const begins: RunFact = {
  type: 'remedy.started',
  remedy: 'wait-for-phone',
  risk: 'none',
  sentence: 'Waiting.',
};
const ends = (result: 'helped' | 'failed' | 'not-done'): RunFact => ({
  type: 'remedy.finished',
  remedy: 'wait-for-phone',
  result,
});
const asks: RunFact = { type: 'person.needed', step: 'replug', sentence: 'Plug it in again.', actions: [] };
const asked: RunFact = {
  type: 'remedy.started',
  remedy: 'replug',
  risk: 'none',
  sentence: 'Plug it in again.',
};
const words: NamedCause = {
  ...{
    id: 'link-unstable',
    requirements: [],
    certainty: 0.9,
    sentence: 'It dropped off.',
    safe: '',
    next: '',
  },
  evidence: [],
};
const named: RunFact = { type: 'cause.named', cause: words };

test('what is tried over and over in vain is told once', () => {
  assert.deepEqual(told(begins, ends('failed'), begins, ends('failed'), begins, ends('helped')), [
    'remedy.started',
    'helped',
  ]);
});

test('what helped each time is told each time', () => {
  assert.deepEqual(told(begins, ends('helped'), begins, ends('helped')), [
    ...['remedy.started', 'helped'],
    ...['remedy.started', 'helped'],
  ]);
});

test('what a person is asked for is told once, also when it is asked for again', () => {
  const late: RunFact = { type: 'remedy.finished', remedy: 'replug', result: 'not-done' };
  assert.deepEqual(told(asked, asks, late, asked, asks), ['person.needed']);
});

test('a cause that still stands is not told again; one that came back is', () => {
  assert.deepEqual(told(named, begins, ends('failed'), named), ['cause.named', 'remedy.started', 'failed']);
  assert.equal(told(named, begins, ends('helped'), named).at(-1), 'cause.named');
});
