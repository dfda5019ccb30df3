import assert from 'node:assert/strict';
import { mkdir, mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { systemClock } from '../../kit/clock.ts';
import { fasterPhoneClock } from '../../kit/faster-phone-clock.ts';
import type { RunFact } from '../../kit/run-event.ts';
import { UPDATER } from '../../phone/services/update-activity.ts';
import { listenForOrders } from '../../virtual/control.ts';
import type { VirtualPhone } from '../../virtual/phone.ts';
import { putRecoveryPrograms } from '../../virtual/recovery-programs.ts';
import { startVirtual } from '../../virtual/start.ts';
import { keepUsbTree } from '../../virtual/usb-tree.ts';
import { backup } from '../backup.ts';
import { type FixRequest, type FixResult, fix } from '../fix.ts';

const SPEED = 10;
const clock = fasterPhoneClock(systemClock, SPEED);
const resources = new AsyncDisposableStack();
let phone: VirtualPhone;
let address: string;
let folder: string;
let backups: string;
let path: string;
const facts: RunFact[] = [];

before(async () => {
  folder = resources.use(await mkdtempDisposable(join(tmpdir(), 'thaw-recovery-'))).path;
  const virtual = resources.use(
    await startVirtual({
      speed: SPEED,
      phone: { name: 'Test phone', passcode: false },
      content: { seed: 4, files: 20, bytes: 200_000 },
    }),
  );
  ({ phone, address } = virtual);
  resources.use(await keepUsbTree(virtual.phones, folder));
  const control = join(folder, 'control');
  resources.use(await listenForOrders(control, virtual.phones));
  await putRecoveryPrograms(join(folder, 'bin'), control, { secondsAStep: 0.01 });
  path = `${join(folder, 'bin')}${delimiter}${process.env['PATH'] ?? ''}`;
  process.env['PATH'] = path;
  process.env['THAW_COMPUTER'] = `linux:${folder}`;
  for (const name of ['XDG_STATE_HOME', 'XDG_CACHE_HOME']) process.env[name] = join(folder, name);
  backups = join(folder, 'backups');
  await mkdir(backups);
  const request = { destination: backups, usbmuxd: address, full: false };
  for await (const _ of backup(request, clock, AbortSignal.timeout(60_000)));
});

after(() => resources.disposeAsync());

beforeEach(() => {
  facts.length = 0;
  process.env['PATH'] = path;
});

/** `thaw fix WHAT`, with a person who does what is asked. */
async function ask(what: string, more: Partial<FixRequest> = {}): Promise<FixResult> {
  const request = { what, usbmuxd: address, udid: phone.udid, waitForPersonMs: 60_000, ...more };
  return await fix(
    request,
    clock,
    (fact) => {
      facts.push(fact);
      if (fact.type !== 'person.needed') return;
      if (fact.step === 'restart-from-boot' || fact.step === 'force-restart')
        phone.later(2, () => phone.owner.act('force-restart'));
      if (fact.step === 'enter-dfu') phone.later(2, () => phone.owner.act('enter-dfu'));
    },
    AbortSignal.timeout(60_000),
  );
}

test('recovery mode is left by command, and the phone is seen to be back', async () => {
  phone.boot.enter('recovery');
  const { result } = await ask('leave-recovery');
  assert.deepEqual([result, phone.mode], ['done', 'normal']);
});

test('without the program the one command to install it is told, and the buttons do it', async () => {
  phone.boot.enter('recovery');
  process.env['PATH'] = '/nowhere';
  await assert.rejects(ask('leave-recovery'), { code: 'recovery.no-program' });
  const { result } = await ask('restart-from-boot');
  assert.deepEqual([result, phone.mode], ['done', 'normal']);
});

test('DFU is done when it is seen on the bus, not when somebody says so; the same buttons end it', async () => {
  assert.equal((await ask('enter-dfu')).result, 'done');
  assert.equal(phone.mode, 'dfu');
  assert.equal((await ask('restart-from-boot')).result, 'done');
  assert.equal(phone.mode, 'normal');
});

test('iOS is installed anew with a proved backup in hand, and how it gets on is told', async () => {
  phone.boot.enter('recovery');
  phone.boot.failingStarts = 99;
  const { result } = await ask('reinstall', { to: backups });
  assert.deepEqual([result, phone.mode, phone.setupDone], ['done', 'normal', true]);
  const steps = facts.flatMap((fact) => (fact.type === 'remedy.progress' ? [fact] : []));
  assert.ok(steps.some(({ step, percent }) => step === 'sending-system' && percent === 60));
  assert.ok(steps.some(({ sentence }) => sentence === 'What is on the iPhone stays'));
  assert.ok(facts.some((fact) => fact.type === 'remedy.started' && fact.risk === 'erases'));
});

test('without a backup it takes the words themselves, and nobody else can say them', async () => {
  phone.boot.enter('recovery');
  await assert.rejects(ask('reinstall'), { code: 'recovery.not-agreed' });
  await assert.rejects(ask('reinstall', { agree: async () => 'yes' }), { code: 'recovery.not-agreed' });
  assert.equal(phone.mode, 'recovery');
  const { result } = await ask('reinstall', { agree: async () => 'Reinstall without a backup' });
  assert.equal(result, 'done');
});

test('erasing takes both: a backup of this very phone that proves good, and the words', async () => {
  phone.boot.enter('dfu');
  const agree: NonNullable<FixRequest['agree']> = async ({ phrase, backup: inHand }) => {
    assert.equal(inHand?.files, 20);
    return phrase;
  };
  await assert.rejects(ask('erase', { agree }), { code: 'recovery.no-backup' });
  await assert.rejects(ask('erase', { agree, to: join(folder, 'bin') }), { code: 'recovery.no-backup' });
  await assert.rejects(ask('erase', { to: backups, agree: async () => 'erase Other phone' }), {
    code: 'recovery.not-agreed',
  });
  assert.deepEqual([phone.mode, phone.setupDone], ['dfu', true]);
  const { result } = await ask('erase', { to: backups, agree });
  assert.deepEqual([result, phone.mode, phone.setupDone], ['done', 'normal', false]);
  phone.setupDone = true;
});

test('a phone that is being restored, or updates itself, is not touched whatever is asked', async () => {
  phone.boot.enter('restore');
  for (const what of ['reinstall', 'force-restart', 'enter-dfu'])
    await assert.rejects(ask(what, { to: backups }), { code: 'recovery.at-work' }, what);
  phone.boot.enter('normal');
  using _preparing = repeating(() => phone.log(UPDATER, 'Notice', 'preparing'));
  for (const what of ['reinstall', 'restart-phone'])
    await assert.rejects(ask(what, { to: backups }), { code: 'recovery.at-work' }, what);
});

test('where nothing listens it may be an update: only the word that nothing moved for an hour breaks it off', async () => {
  phone.boot.enter('starting');
  await assert.rejects(ask('reinstall', { to: backups }), { code: 'recovery.at-work' });
  await assert.rejects(ask('force-restart'), { code: 'recovery.not-agreed' });
  assert.equal(phone.mode, 'starting');
  const { result } = await ask('force-restart', { agree: async () => 'Nothing moved for an hour' });
  assert.deepEqual([result, phone.mode], ['done', 'normal']);
});

function repeating(action: () => void): Disposable {
  const timer = setInterval(action, 20);
  return { [Symbol.dispose]: () => clearInterval(timer) };
}
