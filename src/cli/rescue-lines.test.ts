import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RunFact } from '../kit/run-event.ts';
import { RescueTelling, rescueLines } from './rescue-lines.ts';

function lines(fact: RunFact): string {
  return rescueLines({ ...fact, at: '2026-01-01T00:00:00Z', run: 'run' }).join('\n');
}

test('a person is told one thing: why, in which order, with a picture of this very phone', () => {
  const text = lines({
    type: 'person.needed',
    step: 'force-restart',
    sentence: 'The iPhone hangs.',
    actions: ['Press volume up and let go.', 'Hold the side button.'],
    productType: 'iPhone17,3',
    secondsLeft: 900,
  });
  assert.match(text, /You are needed: The iPhone hangs\./);
  assert.match(text, / 1\. Press volume up.*\n +2\. Hold the side button/);
  assert.match(text, /\(3 hold\)/);
  assert.match(text, /waits up to 15 minutes/);
});

test('what is stuck, what is safe and what is next are said in this order', () => {
  const cause = { id: 'x', requirements: [], certainty: 1, evidence: [] };
  const words = { sentence: 'It hangs.', safe: 'All is safe.', next: 'Wait.' };
  assert.equal(
    lines({ type: 'cause.named', cause: { ...cause, ...words } }),
    '\nIt hangs.\nAll is safe.\nWait.',
  );
  assert.match(lines({ type: 'link.lost' }), /off the cable.*kept/);
  assert.match(lines({ type: 'remedy.finished', remedy: 'x', result: 'not-done' }), /Nobody did it/);
});

test('the step of a remedy that was just announced is not announced again', () => {
  const about = { at: '2026-01-01T00:00:00Z', run: 'run' };
  const sentence = 'The iPhone hangs: please restart it.';
  const needed = { ...about, type: 'person.needed', step: 'none', sentence, actions: ['Press.'] } as const;
  const telling = new RescueTelling();
  telling.of({ ...about, type: 'remedy.started', remedy: 'none', risk: 'none', sentence });
  assert.deepEqual(telling.of(needed).slice(0, 2), ['You are needed:', '  1. Press.']);
  telling.of({ ...about, type: 'remedy.finished', remedy: 'none', result: 'not-done' });
  assert.deepEqual(telling.of(needed).slice(0, 2), ['', `You are needed: ${sentence}`]);
});

test('what is tried again at once, and again in vain, is said once', () => {
  const about = { at: '2026-01-01T00:00:00Z', run: 'run' };
  const sentence = 'Waiting for the iPhone to come back.';
  const began = { ...about, type: 'remedy.started', remedy: 'x', risk: 'none', sentence } as const;
  const ended = { ...about, type: 'remedy.finished', remedy: 'x', result: 'failed' } as const;
  const telling = new RescueTelling();
  const tell = (...events: Parameters<RescueTelling['of']>[0][]) =>
    events.flatMap((event) => telling.of(event));
  const once = tell(began, ended);
  assert.equal(once.length, 2);
  assert.deepEqual(tell(began, ended, began), []);
  assert.deepEqual(tell({ ...ended, result: 'helped' }), ['✓ That helped.']);
  assert.deepEqual(tell(began, ended), once);
});
