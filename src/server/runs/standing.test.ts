import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RunHappening } from '../contract/events.ts';
import { advance, atFirst, type Standing } from './standing.ts';

const of = { at: '2026-11-22T10:00:00.000Z', run: 'r' } as const;
const progress: RunHappening = {
  ...of,
  ...{ type: 'progress', phase: 'sending', percent: 12, bytes: 1, files: 1, bytesPerSecond: 1 },
};
const needed: RunHappening = {
  ...of,
  ...{
    type: 'person.needed',
    step: 'other-port',
    sentence: 'Another port.',
    actions: ['Pull.'],
    secondsLeft: 60,
  },
};

function after(...events: readonly RunHappening[]): Standing {
  return events.reduce(advance, atFirst(of.at));
}

test('what the phone asks for is needed until it is answered, or the phone goes on', () => {
  const asks: RunHappening = { ...of, type: 'phone.asks', what: 'passcode', secondsLeft: 180 };
  assert.equal(after(asks).asked?.endsAt, '2026-11-22T10:03:00.000Z');
  assert.equal(
    after(asks, { ...of, type: 'phase.changed', phase: 'waiting-for-passcode' }).asked?.step,
    'passcode',
  );
  assert.equal(after(asks, { ...of, type: 'phone.answered', what: 'passcode' }).asked, null);
  assert.equal(after(asks, progress).asked, null);
});

test('what Thaw asks for is needed until its effect is seen: progress alone does not end it', () => {
  assert.equal(after(needed, progress).asked?.step, 'other-port');
  const seen: RunHappening = { ...of, type: 'remedy.finished', remedy: 'ask', result: 'helped' };
  assert.equal(after(needed, seen).asked, null);
});

test('a cause stands until things move again', () => {
  const cause = {
    ...{ id: 'link-lost', requirements: [], certainty: 1, evidence: [] },
    ...{ sentence: 'The cable.', safe: '', next: '' },
  };
  const named: RunHappening = { ...of, type: 'cause.named', cause };
  assert.equal(after(named).cause?.id, 'link-lost');
  assert.equal(after(named, progress).cause, null);
});

test('a record without a head is of a backup; one that writes nowhere is of a watch', () => {
  const started = (destination: string): RunHappening => ({
    ...of,
    ...{ type: 'run.started', destination, resumedBytes: 0 },
  });
  assert.equal(after(started('/disk')).kind, 'backup');
  assert.equal(after(started('')).kind, 'watch');
});
