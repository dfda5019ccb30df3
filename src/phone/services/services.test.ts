import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, test } from 'node:test';
import { systemClock } from '../../kit/clock.ts';
import { type RunningVirtual, startVirtual } from '../../virtual/start.ts';
import { AfcLock, AfcMode } from '../../wire/afc.ts';
import { choosePhone } from '../find.ts';
import { parseMuxAddress } from '../mux-address.ts';
import { openPhone, type Phone } from '../session.ts';
import { Usbmux } from '../usbmux.ts';
import { openAfc } from './afc.ts';
import { recentBadEnds } from './crash-reports.ts';
import { batteryState, restart } from './diagnostics.ts';
import { browseApps } from './installation-proxy.ts';
import { openNotificationProxy } from './notification-proxy.ts';
import { appIcons } from './springboard.ts';
import { openPhoneLog } from './syslog.ts';

const PNG = Buffer.from('\x89PNG', 'latin1');
const signal = AbortSignal.timeout(100_000);

let virtual: RunningVirtual;
let phone: Phone;

before(async () => {
  virtual = await startVirtual({ phone: { battery: { percent: 64, celsius: 31 } }, speed: 20 });
  const mux = new Usbmux(parseMuxAddress(virtual.address), systemClock);
  const device = choosePhone(await mux.devices(signal), undefined);
  phone = await openPhone({ mux, device, clock: systemClock }, signal);
});

after(async () => {
  await phone[Symbol.asyncDispose]();
  await virtual[Symbol.asyncDispose]();
});

test('AFC: a file that was written is there, and reads as it was', async () => {
  await using afc = await openAfc(phone, signal);
  const bytes = randomBytes(200_000);
  await afc.makeFolder('/made/by/thaw', signal);
  await afc.writeFile('/made/by/thaw/file', bytes, signal);
  assert.deepEqual(await afc.stat('/made/by/thaw/file', signal), { kind: 'file', size: bytes.length });
  assert.equal((await afc.stat('/made/by', signal)).kind, 'folder');
  assert.deepEqual(await afc.readFile('/made/by/thaw/file', signal), bytes);
});

test('AFC: what is missing is said to be missing, and the connection goes on', async () => {
  await using afc = await openAfc(phone, signal);
  const missing = { code: 'phone.file-missing', facts: { path: '/nothing', status: 8 } };
  await assert.rejects(afc.readFile('/nothing', signal), missing);
  await assert.rejects(afc.stat('/nothing', signal), missing);
  assert.equal((await afc.stat('/', signal)).kind, 'folder');
});

test('AFC: a lock that another computer holds, until it lets go', async () => {
  const path = '/com.apple.itunes.lock_sync';
  await using ours = await openAfc(phone, signal);
  await using theirs = await openAfc(phone, signal);
  const their = await theirs.open(path, AfcMode.readWrite, signal);
  await theirs.lock(their, AfcLock.exclusive, signal);
  const our = await ours.open(path, AfcMode.readWrite, signal);
  await assert.rejects(ours.lock(our, AfcLock.exclusive, signal), { code: 'phone.file-locked' });
  await theirs.lock(their, AfcLock.unlock, signal);
  await ours.lock(our, AfcLock.exclusive, signal);
  await ours.close(our, signal);
});

test('notifications: what is observed arrives, and what is posted reaches the phone', async () => {
  await using proxy = await openNotificationProxy(phone, signal);
  await proxy.observe('com.apple.itunes-client.syncCancelRequest');
  const posted = Promise.withResolvers<string>();
  using _listening = virtual.phone.onNotification(posted.resolve);
  await proxy.post('com.apple.itunes-mobdev.syncWillStart');
  assert.equal(await posted.promise, 'com.apple.itunes-mobdev.syncWillStart');
  virtual.phone.notify('com.apple.something.else');
  virtual.phone.notify('com.apple.itunes-client.syncCancelRequest');
  await using events = proxy.events(signal);
  assert.equal((await events.next()).value, 'com.apple.itunes-client.syncCancelRequest');
});

test('apps are listed with what was asked for, over as many answers as it takes', async () => {
  const apps = await browseApps(phone, ['CFBundleDisplayName'], signal);
  assert.ok(apps.length > 0);
  for (const { bundleId, attributes } of apps) {
    assert.match(bundleId, /^[\w.-]+$/);
    assert.equal(typeof attributes.get('CFBundleDisplayName'), 'string');
  }
});

test('icons of several apps come over one connection', async () => {
  const icons = await appIcons(phone, ['com.example.one', 'com.example.two'], signal);
  assert.deepEqual([...icons.keys()], ['com.example.one', 'com.example.two']);
  for (const icon of icons.values()) assert.deepEqual(Buffer.from(icon).subarray(0, 4), PNG);
});

test('the battery tells charge and heat', async () => {
  const battery = await batteryState(phone, signal);
  assert.equal(battery.percent, 64);
  assert.equal(battery.celsius, 31);
  assert.equal(battery.healthPercent, virtual.phone.battery.healthPercent);
});

test('the log: what the backup daemon writes comes, and nothing of others', async () => {
  await using log = await openPhoneLog(phone, signal);
  await using lines = log.lines(new Set(['BackupAgent2']), signal);
  const first = lines.next();
  // Written again until the relay, which tells nothing of before, is listening.
  using writing = new DisposableStack();
  const write = (): void => {
    virtual.phone.log('SpringBoard', 'Notice', 'Something else');
    virtual.phone.log('BackupAgent2', 'Error', 'Computer disconnected: Lost connection');
    writing.use(systemClock.after(50, write));
  };
  write();
  for (const line of (await first).value ?? []) {
    assert.equal(line.process, 'BackupAgent2');
    assert.equal(line.text, 'Computer disconnected: Lost connection');
  }
});

test('crash reports: those of the backup daemon, and none that is known already', async () => {
  virtual.phone.crashReports.addCrash('BackupAgent2');
  const known = new Set<string>();
  assert.equal((await recentBadEnds(phone, known, signal)).length, 1);
  assert.equal(known.size, 1);
  virtual.phone.crashReports.addJetsam('BackupAgent2', 300_000_000);
  virtual.phone.crashReports.addCrash('Photos');
  const ends = await recentBadEnds(phone, known, signal);
  assert.deepEqual(
    ends.map(({ process, what, reason }) => [process, what, reason]),
    [['BackupAgent2', 'memory-kill', 'per-process-limit']],
  );
  const all = await recentBadEnds(phone, new Set(), signal);
  assert.deepEqual(new Set(all.map(({ what }) => what)), new Set(['memory-kill', 'crash']));
});

test('a restart takes the phone away', async () => {
  const gone = new Promise((resolve) => virtual.phone.cable.changed.subscribe(resolve));
  await restart(phone, signal);
  assert.equal(await gone, false);
});
