import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FakeClock } from '../../test/support/fake-clock.ts';
import type { RunFact } from '../kit/run-event.ts';
import { parseMuxAddress } from '../phone/mux-address.ts';
import { Usbmux } from '../phone/usbmux.ts';
import { remedies } from '../remedies/remedies.ts';
import { Course } from './course.ts';

const none = async () => undefined;

/** A run that has not reached any phone. */
function course(): { readonly course: Course; readonly facts: RunFact[] } {
  const clock = new FakeClock();
  const facts: RunFact[] = [];
  const mux = new Usbmux(parseMuxAddress('/nowhere'), clock);
  const means = {
    clock,
    emit: (fact: RunFact) => void facts.push(fact),
    explain: () => assert.fail('nothing failed'),
    changes: { note: none, pending: async () => [], settled: none },
    encryptionNotes: { note: none, isNoted: async () => false, settled: none },
  };
  const request = { mux, destination: '/nowhere', full: false };
  return { course: new Course('run', request, means, new AbortController().signal), facts };
}

function remedyNamed(id: string) {
  const remedy = remedies.find((each) => each.id === id);
  assert.ok(remedy);
  return remedy;
}

const trouble = { kind: 'ended', phase: 'sending', code: 'backup.link-lost', facts: {} } as const;

test('a link that goes and comes with a restart of our own is told, and is no evidence', () => {
  const { course: run, facts } = course();
  const restart = remedyNamed('restart-phone');
  run.begin(
    restart,
    run.situation(trouble, () => false),
  );
  run.found({ kind: 'link.detached', source: 'usbmux', facts: { deviceId: 3 } });
  run.found({ kind: 'link.attached', source: 'usbmux', facts: { deviceId: 4, secondsAway: 40 } });
  assert.deepEqual(run.evidence, []);
  assert.ok(run.sawDetached(3));
  assert.deepEqual(
    facts.map(({ type }) => type).filter((type) => type.startsWith('link.')),
    ['link.lost', 'link.back'],
  );
  run.applied(restart, 'done');
  run.found({ kind: 'link.detached', source: 'usbmux', facts: { deviceId: 4 } });
  assert.deepEqual(
    run.evidence.map(({ kind }) => kind),
    ['link.detached'],
  );
});

test('while a person plugs the phone in anew, what the link does by itself still counts', () => {
  const { course: run } = course();
  run.begin(
    remedyNamed('other-port'),
    run.situation(trouble, () => false),
  );
  run.found({ kind: 'link.detached', source: 'usbmux', facts: { deviceId: 3 } });
  assert.equal(run.evidence.length, 1);
});

test('a prompt that two connections hear of is told once, and answered only when the phone goes on', () => {
  const { course: run, facts } = course();
  const at = '2026-01-01T12:00:00.000Z';
  run.emit({ type: 'phone.asks', what: 'passcode', secondsLeft: 180 });
  const heard = { what: 'passcode', seconds: 0, secondsLeft: 180 } as const;
  run.sensed({ kind: 'prompt.waits', source: 'phone', at, facts: heard });
  run.sensed({ kind: 'prompt.gone', source: 'phone', at, facts: { what: 'passcode' } });
  run.emit({ type: 'phone.answered', what: 'passcode' });
  const kinds = () => run.evidence.map(({ kind }) => kind);
  assert.deepEqual(kinds(), ['prompt.waits', 'prompt.gone']);
  run.emit({ type: 'phase.changed', phase: 'sending' });
  assert.deepEqual(kinds(), ['prompt.waits', 'prompt.gone', 'prompt.answered']);
  assert.equal(facts.filter(({ type }) => type.startsWith('phone.')).length, 2);
});

test('what a person was asked for last is kept, for whoever starts again later', () => {
  const { course: run } = course();
  const asked = { type: 'person.needed', step: 'trust', actions: ['Tap Trust.'] } as const;
  run.emit({ ...asked, sentence: 'Please tap Trust.' });
  run.begin(
    remedyNamed('pair-again'),
    run.situation(trouble, () => false),
  );
  assert.equal(run.askedFor, 'Please tap Trust.');
});
