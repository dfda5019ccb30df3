import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Phase } from '../kit/run-event.ts';
import { norms } from './norms.ts';
import type { Sign } from './sign.ts';
import { Watch } from './watch.ts';

const SECOND = 1000;
const log: Sign = { kind: 'log', of: 'BackupAgent2' };
const conversation: readonly Phase[] = ['preparing', 'sending', 'finishing'];

function watchIn(phase: Phase): Watch {
  const watch = new Watch(norms, 0);
  watch.phase(phase, 0);
  return watch;
}

test('a phone that prepares for an hour with only log lines is quiet, never stuck', () => {
  const watch = watchIn('preparing');
  for (let second = 0; second <= 3600; second += 1) {
    if (second % 20 === 0) watch.sign(log, second * SECOND);
    assert.notEqual(watch.judge(second * SECOND).state, 'stuck');
  }
  const { state, because } = watch.judge(3600 * SECOND);
  assert.equal(state, 'quiet');
  assert.match(
    because,
    /nothing has arrived for 60 minutes, but the backup program’s log on the iPhone goes on/,
  );
});

test('a phone that is known to be silent for long is given that long from then on', () => {
  const watch = watchIn('sending');
  watch.sign(log, SECOND);
  assert.equal(watch.judge(60 * SECOND).state, 'stuck');
  const sending = { ...norms.phases.sending, stuckAfterSeconds: 90 };
  watch.goBy({ ...norms, phases: { ...norms.phases, sending } });
  assert.equal(watch.judge(60 * SECOND).state, 'quiet');
  assert.equal(watch.judge(95 * SECOND).state, 'stuck');
});

test('a transfer whose phone falls silent, log and all, is stuck after its limit, and says why', () => {
  const watch = watchIn('sending');
  watch.sign({ kind: 'bytes' }, SECOND);
  watch.sign(log, SECOND);
  assert.equal(watch.judge(30 * SECOND).state, 'quiet');
  const judgement = watch.judge(60 * SECOND);
  assert.equal(judgement.state, 'stuck');
  assert.equal(
    judgement.because,
    'no sign of life has come for 59 seconds; up to 45 seconds would be normal here',
  );
  assert.ok(judgement.afterData && judgement.logHeard);
});

test('where the log was never heard, silence is given more time', () => {
  const watch = watchIn('sending');
  watch.sign({ kind: 'bytes' }, SECOND);
  assert.equal(watch.judge(60 * SECOND).state, 'quiet');
  assert.equal(watch.judge(130 * SECOND).state, 'stuck');
});

test('a phone that shows its passcode prompt is waited for, not stuck', () => {
  const watch = watchIn('preparing');
  watch.asked('passcode', 2 * SECOND);
  assert.deepEqual(
    [watch.judge(170 * SECOND).state, watch.judge(170 * SECOND).waitingFor],
    ['waiting', 'passcode'],
  );
  watch.answered(171 * SECOND);
  assert.equal(watch.judge(172 * SECOND).state, 'moving');
});

test('a prompt that nobody answers is not waited for without end', () => {
  const watch = watchIn('preparing');
  watch.asked('passcode', 2 * SECOND);
  assert.equal(watch.judge(700 * SECOND).state, 'stuck');
});

test('a phone that leaves questions on a second connection unanswered is stuck sooner', () => {
  const watch = watchIn('preparing');
  watch.sign({ kind: 'mute' }, 20 * SECOND);
  watch.sign({ kind: 'mute' }, 35 * SECOND);
  const { state, because } = watch.judge(36 * SECOND);
  assert.equal(state, 'stuck');
  assert.match(because, /does not answer on a second connection/);
});

test('an answered ping alone keeps no transfer alive', () => {
  const watch = watchIn('sending');
  watch.sign(log, 0);
  for (let second = 0; second < 60; second += 5)
    watch.sign({ kind: 'ping', of: 'lockdown' }, second * SECOND);
  assert.equal(watch.judge(60 * SECOND).state, 'stuck');
});

test('a phone that left the bus and stays away is stuck, one that comes back is not', () => {
  const watch = watchIn('sending');
  watch.sign({ kind: 'detached', of: '4' }, 0);
  assert.match(watch.judge(11 * SECOND).because, /no longer connected/);
  assert.equal(watch.judge(11 * SECOND).state, 'stuck');
  watch.sign({ kind: 'attached', of: '5' }, 12 * SECOND);
  assert.equal(watch.judge(13 * SECOND).state, 'quiet');
});

test('silence while this computer was held up says nothing about the phone', () => {
  const watch = watchIn('sending');
  watch.sign(log, 0);
  watch.sign({ kind: 'held-up', seconds: 50 }, 55 * SECOND);
  assert.equal(watch.judge(56 * SECOND).state, 'moving');
  assert.equal(watch.judge(110 * SECOND).state, 'stuck');
});

test('a percentage that goes back, runs in circles or stays at 100 is seen', () => {
  const watch = watchIn('sending');
  const percent = (value: number, second: number): void =>
    watch.sign({ kind: 'percent', percent: value }, second * SECOND);
  percent(40, 0);
  percent(60, 1);
  assert.equal(watch.judge(1 * SECOND).odd, undefined);
  percent(41, 2);
  assert.equal(watch.judge(2 * SECOND).odd?.pattern, 'backwards');
  for (let second = 3; second < 12; second += 1) percent(second % 2 === 0 ? 60 : 41, second);
  assert.equal(watch.judge(12 * SECOND).odd?.pattern, 'repeating');
  percent(100, 13);
  assert.equal(watch.judge(80 * SECOND).odd?.pattern, 'no-end');
});

test('a figure that repeats is no sign of life', () => {
  const watch = watchIn('sending');
  watch.sign(log, 0);
  for (let second = 0; second < 60; second += 1)
    watch.sign({ kind: 'percent', percent: 50 }, second * SECOND);
  assert.equal(watch.judge(60 * SECOND).state, 'stuck');
});

test('progress events are taken as the signs they are made of', () => {
  const watch = watchIn('sending');
  const progress = { type: 'progress', phase: 'sending', percent: 3, bytesPerSecond: 1 } as const;
  watch.see({ ...progress, bytes: 10, files: 0 }, 20 * SECOND);
  const judgement = watch.judge(21 * SECOND);
  assert.ok(judgement.afterData);
  assert.equal(judgement.state, 'moving');
});

test('no alarm is given while any strong sign of the phase moves', () => {
  const steps = fc.array(
    fc.tuple(fc.integer({ min: 1, max: 9 }), fc.constantFrom('bytes', 'files', 'message')),
    {
      minLength: 1,
      maxLength: 50,
    },
  );
  const noise = fc.constantFrom<Sign>(
    log,
    { kind: 'mute' },
    { kind: 'held-up', seconds: 3 },
    { kind: 'ping', of: '' },
  );
  fc.assert(
    fc.property(fc.constantFrom(...conversation), steps, noise, (phase, signs, other) => {
      const watch = watchIn(phase);
      let seconds = 0;
      for (const [gap, kind] of signs) {
        for (let wait = 0; wait < gap; wait += 1) {
          seconds += 1;
          watch.sign(other, seconds * SECOND);
          assert.notEqual(watch.judge(seconds * SECOND).state, 'stuck');
        }
        if (kind === 'bytes' || kind === 'files' || kind === 'message')
          watch.sign({ kind }, seconds * SECOND);
      }
    }),
  );
});

test('total silence is always called stuck after the limit of the phase', () => {
  const phases = Object.keys(norms.phases).filter((phase): phase is Phase => phase in norms.phases);
  const signs = fc.array(
    fc.constantFrom<Sign>(log, { kind: 'bytes' }, { kind: 'message' }, { kind: 'held-up', seconds: 100 }),
  );
  fc.assert(
    fc.property(fc.constantFrom(...phases), signs, fc.boolean(), (phase, before, asks) => {
      const watch = watchIn(phase);
      if (asks) watch.asked('passcode', 0);
      for (const [second, sign] of before.entries()) watch.sign(sign, second * SECOND);
      const silence = norms.phases[phase].unheardAfterSeconds + norms.personSeconds + norms.excusedSeconds;
      const judgement = watch.judge((before.length + silence) * SECOND);
      assert.equal(judgement.state, 'stuck');
    }),
  );
});
