import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RunFact } from '../../../src/kit/run-event.ts';
import type { PageEvent, ServerFact } from '../../../src/server/contract/events.ts';
import { lookOf, partOf } from './look.ts';
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

const progress = (bytes: number, percent = 10): RunFact => ({
  type: 'progress',
  phase: 'sending',
  percent,
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

/** As after a lost cable: the phone counts from nothing, and only what is still to come. */
const again = (...said: readonly RunFact[]): readonly RunFact[] => [
  { type: 'phase.changed', phase: 'connecting' },
  ...said,
  { type: 'phase.changed', phase: 'preparing' },
  progress(0, 0),
];
const kept = (bytes: number): RunFact => ({ type: 'note', code: 'resumed', facts: { bytes } });

test('what was received and is kept counts on after a reconnect: no figure falls', () => {
  const facts = [progress(400, 40), { type: 'link.lost' } as const, ...again(kept(400)), progress(300, 50)];
  const parts = facts.map((_, index) => partOf(storyOf(...facts.slice(0, index + 1))) ?? 0);
  assert.deepEqual(
    parts,
    parts.toSorted((one, other) => one - other),
  );
  assert.equal(parts.at(-1), 0.4 + 0.6 * 0.5);
  const story = storyOf(...facts);
  assert.deepEqual([story.before.bytes, story.progress?.bytes], [400, 300]);
});

test('what was not kept counts no more', () => {
  assert.equal(partOf(storyOf(progress(400, 40), ...again(kept(100)))), 0.1);
  assert.equal(partOf(storyOf(progress(400, 40), ...again())), null);
});

test('a phone whose figure goes back has sent no less', () => {
  assert.equal(partOf(storyOf(progress(400, 40), progress(500, 20))), 0.4);
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
