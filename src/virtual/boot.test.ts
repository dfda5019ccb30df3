import assert from 'node:assert/strict';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { FakeClock } from '../../test/support/fake-clock.ts';
import { bootPhones } from '../host/recovery/boot-phones.ts';
import { reinstall } from '../host/recovery/idevicerestore.ts';
import { leaveRecovery } from '../host/recovery/irecovery.ts';
import { phonesOnBus } from '../host/usb/on-bus.ts';
import { listenForOrders } from './control.ts';
import { putRecoveryPrograms } from './recovery-programs.ts';
import { startVirtual } from './start.ts';
import { keepUsbTree } from './usb-tree.ts';

async function atTheBus(scenario: Parameters<typeof startVirtual>[0] = {}) {
  const stack = new AsyncDisposableStack();
  const clock = new FakeClock();
  const folder = stack.use(await mkdtempDisposable(join(tmpdir(), 'thaw-boot-')));
  const virtual = stack.use(await startVirtual(scenario, { clock }));
  stack.use(await keepUsbTree(virtual.phones, folder.path));
  const computer = { system: 'linux', root: folder.path } as const;
  const { phone } = virtual;
  return {
    phone,
    clock,

    computer,
    folder: folder.path,
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}

test('the bus shows what usbmuxd does not: recovery, DFU, nothing while it is off', async (t) => {
  await using bus = await atTheBus();
  const { phone, computer } = bus;
  const [link] = await phonesOnBus(t.signal, computer);
  assert.equal(link?.serial, phone.udid.replace('-', ''));
  phone.boot.enter('recovery');
  assert.deepEqual(await phonesOnBus(t.signal, computer), []);
  const [seen] = await bootPhones(t.signal, computer);
  assert.deepEqual([seen?.mode, seen?.udid, seen?.chip], ['recovery', phone.udid, 0x8140]);
  phone.boot.enter('dfu');
  assert.equal((await bootPhones(t.signal, computer))[0]?.mode, 'dfu');
  phone.cable.unplug();
  assert.deepEqual(await bootPhones(t.signal, computer), []);
});

test('a restart in the middle of an update leaves the phone in recovery; left alone, it comes back', async () => {
  const faults = [{ do: 'update', preparesSeconds: 10, installsSeconds: 600 } as const];
  for (const [touched, mode] of [
    [false, 'normal'],
    [true, 'recovery'],
  ] as const) {
    await using bus = await atTheBus({ faults });
    const { phone, clock } = bus;
    assert.equal(phone.mode, 'normal');
    await clock.advance(60_000);
    assert.equal(phone.mode, 'starting');
    if (touched) phone.owner.act('force-restart');
    await clock.advance(900_000);
    assert.equal(phone.mode, mode);
  }
});

test('the stand-ins of the recovery programs do what the real ones say they do', async (t) => {
  await using bus = await atTheBus({ faults: [{ do: 'recovery', fallsBack: 99 }] });
  const { phone, clock, folder } = bus;
  const control = join(folder, 'control');
  await using _orders = await listenForOrders(control, [phone]);
  await putRecoveryPrograms(join(folder, 'bin'), control, { secondsAStep: 0 });
  const irecovery = join(folder, 'bin/irecovery');
  await leaveRecovery({}, t.signal, irecovery);
  await clock.advance(10_000);
  assert.equal(phone.mode, 'recovery', 'it falls back until iOS is installed anew');
  const steps: string[] = [];
  await reinstall(
    {
      erase: false,
      cache: folder,
      program: join(folder, 'bin/idevicerestore'),
      onLine: (line) => steps.push(line.kind),
    },
    t.signal,
  );
  await clock.advance(10_000);
  assert.equal(phone.mode, 'normal');
  assert.ok(['keeps-data', 'progress', 'operation', 'finished'].every((kind) => steps.includes(kind)));
});
