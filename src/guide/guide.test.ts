import assert from 'node:assert/strict';
import { test } from 'node:test';
import { modelOf } from '../phone/models.ts';
import { svgOf } from './drawings/svg.ts';
import { textOf } from './drawings/text.ts';
import { stepNamed, steps } from './steps.ts';

const PHONES = ['iPhone8,1', 'iPhone9,3', 'iPhone10,4', 'iPhone12,1', 'iPhone15,2', 'iPhone17,3', undefined];

test('each family forces a restart in its own way', () => {
  const actions = (product: string) =>
    stepNamed('force-restart')?.actions(modelOf(product), {}).join(' ') ?? '';
  assert.match(actions('iPhone8,1'), /^Hold the home button and the top or side button/);
  assert.match(actions('iPhone9,1'), /^Hold volume down and the side button together/);
  for (const later of ['iPhone10,4', 'iPhone12,8', 'iPhone17,3', 'iPhone18,4']) {
    assert.match(
      actions(later),
      /^Press volume up and let go. Press volume down and let go. Hold the side button/,
    );
  }
});

test('every step has words, an order of actions and both kinds of picture, for every phone', () => {
  assert.equal(new Set(steps.map(({ id }) => id)).size, steps.length);
  for (const step of steps) {
    for (const product of PHONES) {
      const model = modelOf(product);
      const plan = step.drawing(model);
      assert.match(step.sentence({}), /^[A-Z].*\.$/);
      assert.ok(step.actions(model, {}).length > 0);
      assert.match(svgOf(plan, model), /^<svg [^>]*aria-label="[^"]+"[^>]*>.*<\/svg>$/);
      const lines = textOf(plan, model).split('\n');
      assert.equal(lines.length, 7);
      for (const { number } of plan.marks) assert.ok(lines.some((line) => line.includes(`(${number}`)));
    }
  }
});

test('what is held is counted, and each stage belongs to an action', () => {
  const timed = steps.flatMap((step) => (step.timed ? [{ step, timed: step.timed }] : []));
  assert.deepEqual(
    timed.map(({ step }) => step.id),
    ['enter-dfu', 'enter-recovery', 'force-restart', 'restart-from-boot'],
  );
  for (const { step, timed: stagesOf } of timed) {
    for (const product of PHONES) {
      const model = modelOf(product);
      const actions = step.actions(model, {});
      for (const { action, hold, seconds } of stagesOf(model)) {
        assert.ok(actions[action] !== undefined, `${step.id} ${product}`);
        assert.ok(hold.length > 0 && seconds > 0);
        // Other phones have no home button that moves.
        assert.ok(model.buttons === 'home' || !hold.includes('home'), `${step.id} ${product}`);
      }
    }
  }
});

test('DFU: the seconds that repairers agree on, for each family of buttons', () => {
  const stages = (product: string) =>
    stepNamed('enter-dfu')
      ?.timed?.(modelOf(product))
      .map(({ hold, seconds }) => `${hold.join('+')} ${seconds}`);
  assert.deepEqual(stages('iPhone17,3'), [
    'volume-up 1',
    'volume-down 1',
    'side 10',
    'side+volume-down 5',
    'volume-down 10',
  ]);
  assert.deepEqual(stages('iPhone9,1'), ['volume-down+side 8', 'volume-down 10']);
  assert.deepEqual(stages('iPhone8,1'), ['home+side 8', 'home 10']);
});

test('words use the figures they are given', () => {
  assert.match(stepNamed('free-space')?.sentence({ needed: '12 GB', free: '3 GB' }) ?? '', /12 GB .* 3 GB/);
  assert.match(
    stepNamed('delete-file')?.sentence({ path: 'a.jpg', app: 'Photos' }) ?? '',
    /a\.jpg \(Photos\)/,
  );
});
