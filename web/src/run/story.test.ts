import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RunFact } from '../../../src/kit/run-event.ts';
import type { PageEvent, ServerFact } from '../../../src/server/contract/events.ts';
import { lookOf } from './look.ts';
import { noStory, type Story, storyWith } from './story.ts';

const START = Date.UTC(2026, 10, 22, 12, 0, 0);
const second = (number: number): number => START + number * 1000;

/** One event a second. */
function storyOf(...facts: readonly (RunFact | ServerFact)[]): Story {
  return facts.reduce((story: Story, fact, index) => {
    const event: PageEvent = {
      ...fact,
      at: new Date(second(index)).toISOString(),
      run: 'r',
      number: index + 1,
    };
    return storyWith(story, event);
  }, noStory);
}

const progress = (bytes: number): RunFact => ({
  type: 'progress',
  phase: 'sending',
  percent: 10,
  bytes,
  files: 1,
  bytesPerSecond: 1000,
});

test('bytes that arrive make a run move; when none arrive it is quiet', () => {
  const story = storyOf({ type: 'phase.changed', phase: 'sending' }, progress(10));
  assert.equal(lookOf(story, second(2)), 'moving');
  assert.equal(lookOf(story, second(30)), 'quiet');
});

test('a phone that asks is waited for until it is answered', () => {
  const asks: RunFact = { type: 'phone.asks', what: 'passcode', secondsLeft: 180 };
  const asked = storyOf({ type: 'phase.changed', phase: 'waiting-for-passcode' }, asks);
  assert.equal(lookOf(asked, second(2)), 'waiting');
  assert.equal(asked.wanted?.until, second(1 + 180));
  const answered = storyWith(asked, {
    type: 'phone.answered',
    what: 'passcode',
    at: new Date(second(3)).toISOString(),
    run: 'r',
    number: 3,
  });
  assert.equal(answered.wanted, null);
});

test('a lost cable is stuck, then mended, and over as soon as data flows', () => {
  const trouble: RunFact[] = [
    progress(10),
    { type: 'link.lost' },
    { type: 'remedy.started', remedy: 'wait-for-phone', risk: 'none', sentence: 'Waiting.' },
  ];
  assert.equal(lookOf(storyOf(...trouble.slice(0, 2)), second(2)), 'stuck');
  assert.equal(lookOf(storyOf(...trouble), second(3)), 'mending');
  const over = storyOf(
    ...trouble,
    { type: 'remedy.finished', remedy: 'wait-for-phone', result: 'helped' },
    progress(20),
  );
  assert.equal(lookOf(over, second(5)), 'moving');
  assert.equal(over.helped, 1);
  assert.equal(over.rates.ticks.length, 2);
});

test('the end decides how a run looks from then on', () => {
  const end = (outcome: 'verified' | 'failed'): RunFact => ({
    type: 'run.finished',
    outcome,
    cause: null,
    remedies: [],
    skipped: [],
    backup: null,
    previous: 'none',
    seconds: 3,
  });
  assert.equal(lookOf(storyOf(end('verified')), second(900)), 'done');
  assert.equal(lookOf(storyOf(progress(1), end('failed')), second(900)), 'stopped');
});
