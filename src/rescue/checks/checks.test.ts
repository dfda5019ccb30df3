import assert from 'node:assert/strict';
import { copyFile, mkdir, mkdtempDisposable, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { movingStatus } from '../../archive/status.ts';
import { backUp } from '../../backup/back-up.ts';
import { systemClock } from '../../kit/clock.ts';
import { Gate } from '../../kit/gate.ts';
import { choosePhone } from '../../phone/find.ts';
import { parseMuxAddress } from '../../phone/mux-address.ts';
import { openPhone, type Phone } from '../../phone/session.ts';
import { Usbmux } from '../../phone/usbmux.ts';
import { checkDestination } from '../../vault/destination.ts';
import { openVault } from '../../vault/vault.ts';
import type { VirtualPhone } from '../../virtual/phone.ts';
import { type RunningVirtual, startVirtual } from '../../virtual/start.ts';
import type { CheckContext, Standing } from './check.ts';
import { type CheckFinding, runChecks } from './run-checks.ts';

const signal = AbortSignal.timeout(60_000);
/** What checks read of a backup; the files themselves are for verifying. */
const METADATA = ['Info.plist', 'Status.plist', 'Manifest.plist', 'Manifest.db'];
const IN_ORDER: ReadonlySet<Standing> = new Set(['fine', 'note']);

let made: Awaited<ReturnType<typeof mkdtempDisposable>>;
let virtual: RunningVirtual;
let phone: Phone;

/** One phone with a good backup, made for real; tests change the phone for a moment, and spoil copies of the backup. */
before(async () => {
  made = await mkdtempDisposable(join(tmpdir(), 'thaw-checks-'));
  virtual = await startVirtual({
    content: { seed: 3, files: 20, bytes: 100_000 },
    phone: { passcode: false, storage: { capacity: 100e9, free: 99.99e9 } },
  });
  const mux = new Usbmux(parseMuxAddress(virtual.address), systemClock);
  const device = choosePhone(await mux.devices(signal), undefined);
  phone = await openPhone({ mux, device, clock: systemClock }, signal);
  const vault = openVault(await checkDestination(made.path, signal), device.udid, { clock: systemClock });
  await using run = await vault.begin({ run: 'earlier' }, signal);
  const gate = new Gate();
  await backUp({ phone, run, full: false, clock: systemClock, emit: () => {}, gate }, signal);
  await run.commit(await movingStatus(run.view), signal);
});

after(async () => {
  await phone[Symbol.asyncDispose]();
  await virtual[Symbol.asyncDispose]();
  await made.remove();
});

interface Circumstances {
  /** What is true of the phone; gives back how to undo it. */
  readonly make?: (phone: VirtualPhone) => () => void;
  /** What happened to the backup's folder. */
  readonly spoil?: (folder: string) => Promise<unknown>;
  readonly change?: Partial<CheckContext>;
}

/** Everything the checks find, by their ids. */
async function findings({ make, spoil, change }: Circumstances): Promise<Map<string, CheckFinding>> {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'thaw-checked-'));
  const { udid } = virtual.phone;
  await mkdir(join(folder.path, udid));
  for (const name of METADATA) await copyFile(join(made.path, udid, name), join(folder.path, udid, name));
  await spoil?.(join(folder.path, udid));
  const undo = make?.(virtual.phone);
  const context: CheckContext = {
    clock: systemClock,
    phone,
    introduction: phone.values,
    destination: folder.path,
    lastContact: undefined,
    ...change,
  };
  const found = await runChecks(context, signal).finally(() => undo?.());
  return new Map(found.map((finding) => [finding.id, finding]));
}

/** Changes some of an object's fields; gives back how to undo it. */
function changed<T extends object>(what: T, fields: Partial<T>): () => void {
  const before = { ...what };
  Object.assign(what, fields);
  return () =>
    void Object.assign(
      what,
      Object.fromEntries(Object.keys(fields).map((key) => [key, Reflect.get(before, key)])),
    );
}

test('a phone and a destination in good order: nothing stands in the way, and everything was looked at', async () => {
  const found = await findings({});
  for (const [id, { standing, sentence }] of found) assert.ok(IN_ORDER.has(standing), `${id}: ${sentence}`);
  // A computer with a battery, or a phone on a real bus, has more to tell.
  assert.ok(found.size >= 17, [...found.keys()].join());
});

interface Expected {
  readonly when: string;
  readonly id: string;
  readonly standing: Standing;
  readonly evidence: string;
  readonly given: Circumstances;
}

const CASES: readonly Expected[] = [
  {
    when: 'the phone is locked',
    id: 'lock',
    standing: 'person',
    evidence: 'phone.lock',
    given: { make: (virtual) => changed(virtual, { locked: true }) },
  },
  {
    when: 'the battery is nearly empty and no power comes in',
    id: 'battery',
    standing: 'person',
    evidence: 'battery.state',
    given: { make: ({ battery }) => changed(battery, { percent: 9, charging: false }) },
  },
  {
    when: 'the phone is hot',
    id: 'battery',
    standing: 'person',
    evidence: 'battery.state',
    given: { make: ({ battery }) => changed(battery, { celsius: 46 }) },
  },
  {
    when: 'the setup was never finished',
    id: 'setup',
    standing: 'person',
    evidence: 'phone.setup-unfinished',
    given: { make: (virtual) => changed(virtual, { setupDone: false }) },
  },
  {
    when: 'a profile demands encryption and there is no password',
    id: 'encryption',
    standing: 'person',
    evidence: 'encryption.state',
    given: { make: ({ backup }) => changed(backup, { requiresEncryption: true }) },
  },
  {
    when: 'backups are encrypted now and were not before',
    id: 'encryption',
    standing: 'note',
    evidence: 'encryption.changed',
    given: { make: ({ backup }) => changed(backup, { willEncrypt: true }) },
  },
  {
    when: 'the phone tells another date',
    id: 'clock',
    standing: 'person',
    evidence: 'clock.differs',
    given: { change: { clock: { ...systemClock, now: () => new Date(Date.UTC(2031, 1, 1)) } } },
  },
  {
    when: 'the phone was not here for weeks',
    id: 'pairing-age',
    standing: 'note',
    evidence: 'pairing.stale',
    given: {
      change: { phone: undefined, lastContact: new Date(systemClock.now().getTime() - 27 * 86_400_000) },
    },
  },
  {
    when: 'another program holds the sync lock',
    id: 'sync-lock',
    standing: 'person',
    evidence: 'sync-lock.held',
    given: {
      make: ({ syncLock }) => {
        const held = syncLock.takeForAnother();
        return () => held[Symbol.dispose]();
      },
    },
  },
  {
    when: 'the phone is full',
    id: 'phone-space',
    standing: 'person',
    evidence: 'phone.space',
    given: { make: ({ storage }) => changed(storage, { free: 50e6 }) },
  },
  {
    when: 'the phone holds far more than fits',
    id: 'room',
    standing: 'person',
    evidence: 'destination.short',
    given: {
      make: ({ storage }) => changed(storage, { capacity: 9e15, free: 1e10 }),
      spoil: (folder) => rm(folder, { recursive: true }),
    },
  },
  {
    when: 'the destination is not there',
    id: 'destination',
    standing: 'person',
    evidence: 'destination.unmounted',
    given: { change: { destination: join(tmpdir(), 'thaw-not-there') } },
  },
  {
    when: 'the destination is a file',
    id: 'destination',
    standing: 'person',
    evidence: 'destination.refused',
    given: { change: { destination: process.execPath } },
  },
  {
    when: 'an empty Manifest.plist was left',
    id: 'earlier-backup',
    standing: 'broken',
    evidence: 'destination.poisoned',
    given: { spoil: (folder) => truncate(join(folder, 'Manifest.plist'), 0) },
  },
  {
    when: 'a Snapshot folder was left',
    id: 'earlier-backup',
    standing: 'broken',
    evidence: 'destination.poisoned',
    given: { spoil: (folder) => mkdir(join(folder, 'Snapshot')) },
  },
  {
    when: 'another program left its write-ahead log',
    id: 'earlier-backup',
    standing: 'broken',
    evidence: 'destination.poisoned',
    given: { spoil: (folder) => writeFile(join(folder, 'Manifest.db-wal'), 'x') },
  },
  {
    when: 'the list of files is missing',
    id: 'earlier-backup',
    standing: 'broken',
    evidence: 'destination.poisoned',
    given: { spoil: (folder) => rm(join(folder, 'Manifest.db')) },
  },
  {
    when: 'the list of files is no database',
    id: 'manifest',
    standing: 'broken',
    evidence: 'manifest.damaged',
    given: {
      spoil: (folder) => writeFile(join(folder, 'Manifest.db'), 'SQLite format 3\0 and then nothing'),
    },
  },
  {
    when: 'the list of files is so large that it will kill the daemon',
    id: 'manifest',
    standing: 'note',
    evidence: 'manifest.large',
    given: { spoil: (folder) => truncate(join(folder, 'Manifest.db'), 1_200_000_000) },
  },
];

for (const { when, id, standing, evidence, given } of CASES) {
  test(`${id}: ${when}`, async () => {
    const found = (await findings(given)).get(id);
    assert.equal(found?.standing, standing, found?.sentence);
    assert.ok(found?.evidence.some(({ kind }) => kind === evidence));
  });
}

test('a check that fails or does not come back is said to be unknown, and keeps no other back', async () => {
  const never = () => new Promise<undefined>(() => {});
  const context: CheckContext = {
    clock: { ...systemClock, after: (_ms, callback) => systemClock.after(10, callback) },
    phone: undefined,
    introduction: undefined,
    destination: undefined,
    lastContact: undefined,
  };
  const found = await runChecks(context, signal, [
    { id: 'hangs', title: 'this', requirements: [], look: never },
    { id: 'throws', title: 'that', requirements: [], look: () => Promise.reject(new Error('no')) },
    {
      id: 'works',
      title: 'it',
      requirements: [],
      look: async () => ({ standing: 'fine', sentence: 'Fine.', evidence: [] }),
    },
  ]);
  assert.deepEqual(
    found.map(({ standing }) => standing),
    ['unknown', 'unknown', 'fine'],
  );
});
