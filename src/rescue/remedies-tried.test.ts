import assert from 'node:assert/strict';
import { test } from 'node:test';
import { remedies } from '../remedies/remedies.ts';
import type { Remedy } from '../remedies/remedy.ts';
import { RemediesTried } from './remedies-tried.ts';

const START = { phase: 'sending', bytes: 1_000_000 } as const;
const FURTHER = { phase: 'sending', bytes: 2_000_000 } as const;

function remedyNamed(id: string): Remedy {
  const remedy = remedies.find((each) => each.id === id);
  assert.ok(remedy);
  return remedy;
}

/** What is said of a remedy after which the run got further. */
function judged(isOver: boolean): readonly string[] {
  const results: string[] = [];
  const tried = new RemediesTried((_, result) => results.push(result));
  const remedy = remedyNamed('reset-connection');
  tried.begin(remedy, START, () => isOver);
  tried.applied(remedy, 'done');
  tried.cameTo(START);
  assert.deepEqual(results, []);
  tried.cameTo(FURTHER);
  return results;
}

test('a remedy helped when the run gets further and its cause is gone; else the run only went on after it', () => {
  assert.deepEqual(judged(true), ['helped']);
  assert.deepEqual(judged(false), ['went-on']);
});

test('only where the run never was before may everything be tried anew', () => {
  const tried = new RemediesTried(() => undefined);
  const step = remedyNamed('other-port');
  tried.cameTo(FURTHER);
  tried.begin(step, START, () => false);
  tried.applied(step, 'not-done');
  tried.cameTo(FURTHER);
  assert.equal(tried.triesOf(step), 1);
  assert.equal(tried.unmet, step);
  tried.cameTo({ phase: 'finishing', bytes: 2_000_000 });
  assert.equal(tried.triesOf(step), 0);
  assert.equal(tried.unmet, undefined);
});

test('a step whose effect nothing shows, and which changed nothing, is taken for one that was not done', () => {
  const tried = new RemediesTried(() => undefined);
  const step = remedyNamed('other-cable');
  tried.begin(step, START, () => false);
  tried.applied(step, 'done');
  assert.equal(tried.inHand, 'other-cable');
  tried.judge('no-effect');
  assert.equal(tried.unmet, step);
  assert.equal(tried.inHand, undefined);
});
