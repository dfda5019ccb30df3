import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evidence } from '../../test/support/evidence/example-evidence.ts';
import { remedies } from '../remedies/remedies.ts';
import { isAtWork, isHandsOff } from './hands-off.ts';

const updating = evidence('phone.updating', { state: 'preparing' });
const waited = (result: 'helped' | 'failed') =>
  evidence('remedy.tried', { remedy: 'wait-while-at-work', result }, 60);

test('an update keeps every hand off the phone, until it is back or an hour has passed', () => {
  assert.equal(isAtWork([]), false);
  assert.equal(isAtWork([updating]), true);
  assert.equal(isAtWork([updating, evidence('phone.answers', { milliseconds: 9 }, 1)]), true);
  assert.equal(isAtWork([updating, evidence('phone.restarted', { secondsAway: 600 }, 9)]), false);
  assert.equal(isAtWork([updating, waited('failed')]), false);
  assert.equal(isAtWork([waited('helped'), evidence('phone.mode', { mode: 'restore' }, 70)]), true);
  assert.equal(isAtWork([updating, evidence('phone.mode', { mode: 'recovery' }, 9)]), false);
});

test('where nothing listens it may be an update, as long as that is the newest that is known', () => {
  const starting = evidence('phone.starting', { seconds: 3 }, 5);
  assert.equal(isAtWork([starting]), true);
  assert.equal(isAtWork([starting, evidence('phone.answers', { milliseconds: 9 }, 6)]), false);
  assert.equal(isAtWork([starting, waited('failed')]), false);
});

test('nothing that may be done meanwhile restarts it, or has a person touch it', () => {
  const ids = remedies.filter(isHandsOff).map(({ id }) => id);
  for (const never of [
    'restart-phone',
    'force-restart',
    'leave-recovery',
    'replug',
    'other-cable',
    'reset-connection',
  ])
    assert.ok(!ids.includes(never), never);
  assert.ok(ids.includes('wait-while-at-work'));
});
