import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FakeClock } from '../../test/support/fake-clock.ts';
import { VirtualPhone } from './phone.ts';
import { type ScenarioInput, scenarioSchema } from './scenario.ts';

function setUp(scenario: ScenarioInput = {}) {
  const clock = new FakeClock();
  return { clock, phone: new VirtualPhone(scenarioSchema.parse(scenario), clock) };
}

const { signal } = new AbortController();

test('a willing owner enters the passcode after a second, and the phone says when it asked', async () => {
  const { clock, phone } = setUp({ phone: { locked: true } });
  const told: string[] = [];
  using _told = phone.onNotification((name) => told.push(name));
  const answer = phone.prompt('passcode-prompt', signal);
  await clock.advance(1000);
  assert.equal(await answer, 'accepted');
  assert.equal(phone.locked, false);
  assert.deepEqual(told, [
    'com.apple.LocalAuthentication.ui.presented',
    'com.apple.springboard.lockstate',
    'com.apple.LocalAuthentication.ui.dismissed',
  ]);
});

test('a scenario decides what the owner does, and when', async () => {
  const { clock, phone } = setUp({ owner: [{ when: 'passcode-prompt', after: 30, do: 'cancel' }] });
  const answer = phone.prompt('passcode-prompt', signal);
  await clock.advance(29_000);
  assert.deepEqual(phone.owner.prompts, ['passcode-prompt']);
  await clock.advance(1_000);
  assert.equal(await answer, 'refused');
});

test('a prompt that nobody answers leaves the screen with the link', async () => {
  const { phone } = setUp({ owner: [{ when: 'passcode-prompt', do: 'nothing' }] });
  const link = phone.cable.carry('com.apple.mobilebackup2');
  const answer = phone.prompt('passcode-prompt', link.signal);
  phone.cable.unplug();
  await assert.rejects(answer, { name: 'LinkCut' });
  assert.deepEqual(phone.owner.prompts, []);
});

test('the owner does what Thaw asks for', async () => {
  const { clock, phone } = setUp({
    phone: { locked: true },
    owner: [{ when: 'asked:unlock', after: 5, do: 'unlock' }],
  });
  phone.owner.react('asked:unlock');
  await clock.advance(5_000);
  assert.equal(phone.locked, false);
});

test('after a restart the phone is locked until it is unlocked for the first time', async () => {
  const { clock, phone } = setUp({ owner: [{ when: 'unlock-after-boot', after: 10, do: 'unlock' }] });
  phone.owner.act('force-restart');
  assert.equal(phone.cable.connected, false);
  await clock.advance(2_000);
  assert.deepEqual([phone.cable.connected, phone.locked, phone.unlockedSinceBoot], [true, true, false]);
  await clock.advance(10_000);
  assert.deepEqual([phone.locked, phone.unlockedSinceBoot], [false, true]);
});

test('recovery and DFU end with the buttons held', async () => {
  const { clock, phone } = setUp();
  phone.boot.enter('recovery');
  await clock.advance(60_000);
  assert.equal(phone.cable.connected, false);
  phone.owner.act('force-restart');
  await clock.advance(2_000);
  assert.deepEqual([phone.mode, phone.cable.connected], ['normal', true]);
});
