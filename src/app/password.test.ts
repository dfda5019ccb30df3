import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { systemClock } from '../kit/clock.ts';
import type { RunFact } from '../kit/run-event.ts';
import type { ScenarioInput } from '../virtual/scenario.ts';
import { type RunningVirtual, startVirtual } from '../virtual/start.ts';
import { changeBackupPassword, type PasswordAct } from './password.ts';

/** A virtual phone with a quick keybag and an owner who takes no second. */
function start(
  phone: ScenarioInput['phone'] = {},
  owner: ScenarioInput['owner'] = [],
): Promise<RunningVirtual> {
  return startVirtual({ speed: 100, phone: { keybagRounds: 10, ...phone }, owner });
}

/** Asks the phone, and gives what was told meanwhile beside the result. */
async function act(t: TestContext, virtual: RunningVirtual, what: PasswordAct, current = '', fresh = '') {
  const facts: RunFact[] = [];
  const passwords = { current: async () => current, fresh: async () => fresh };
  const wanted = { usbmuxd: virtual.address };
  const emit = (fact: RunFact): void => void facts.push(fact);
  const result = await changeBackupPassword(wanted, what, passwords, systemClock, emit, t.signal);
  return { ...result, facts };
}

test('a password is set, changed and removed', async (t) => {
  await using virtual = await start();
  const { udid } = virtual.phone;
  const set = await act(t, virtual, 'set', undefined, 'first');
  assert.deepEqual([set.udid, set.encrypted], [udid, true]);
  assert.equal((await act(t, virtual, 'change', 'first', 'second')).encrypted, true);
  assert.equal(virtual.phone.backup.password, 'second');
  assert.equal((await act(t, virtual, 'remove', 'second')).encrypted, false);
});

test('the phone asks for its passcode, and that is told', async (t) => {
  await using virtual = await start();
  const { facts } = await act(t, virtual, 'set', undefined, 'first');
  assert.deepEqual(
    facts.map((fact) => fact.type),
    ['phone.asks', 'phone.answered'],
  );
});

test('a wrong password changes nothing', async (t) => {
  await using virtual = await start({ encrypt: true, backupPassword: 'right' });
  await assert.rejects(act(t, virtual, 'change', 'wrong', 'new'), { code: 'backup.wrong-password' });
  await assert.rejects(act(t, virtual, 'remove', 'wrong'), { code: 'backup.wrong-password' });
  assert.equal(virtual.phone.backup.password, 'right');
});

test('the passcode that is not entered on the phone', async (t) => {
  await using virtual = await startVirtual({
    speed: 1000,
    owner: [{ when: 'passcode-prompt', do: 'nothing' }],
  });
  await assert.rejects(act(t, virtual, 'set', undefined, 'new'), { code: 'backup.locked' });
});

test('a profile that demands encryption', async (t) => {
  await using virtual = await start({ encrypt: true, backupPassword: 'right', requiresEncryption: true });
  await assert.rejects(act(t, virtual, 'remove', 'right'), { code: 'backup.encryption-enforced' });
});

test('what does not fit the phone is refused before any password is asked for', async (t) => {
  await using virtual = await start();
  const passwords = { current: () => assert.fail('asked'), fresh: () => assert.fail('asked') };
  const wanted = { usbmuxd: virtual.address };
  const refused = changeBackupPassword(wanted, 'remove', passwords, systemClock, () => undefined, t.signal);
  await assert.rejects(refused, { code: 'usage' });
  const encrypted = await start({ encrypt: true });
  await using _ = encrypted;
  await assert.rejects(act(t, encrypted, 'set', undefined, 'new'), { code: 'usage' });
});
