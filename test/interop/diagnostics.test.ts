import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startVirtual } from '../../src/virtual/start.ts';
import { arrayIn, asDict, booleanIn, dictIn, integerIn, stringIn } from '../../src/wire/plist/access.ts';
import type { PlistDict } from '../../src/wire/plist/value.ts';
import { decodeXml } from '../../src/wire/plist/xml-decode.ts';
import { needs, run } from './support/program.ts';

async function diagnose(args: readonly string[], address: string): Promise<PlistDict> {
  const { status, stdout, stderr } = await run('idevicediagnostics', args, { address });
  assert.equal(status, 0, stdout + stderr);
  return asDict(decodeXml(stdout));
}

test('idevicediagnostics diagnostics All', needs('idevicediagnostics'), async () => {
  await using virtual = await startVirtual({ phone: { battery: { cycles: 731, healthPercent: 80 } } });
  const all = await diagnose(['diagnostics', 'All'], virtual.address);
  assert.deepEqual([...all.keys()], ['GasGauge', 'HDMI', 'NAND', 'WiFi']);
  const gauge = dictIn(all, 'GasGauge');
  assert.equal(integerIn(gauge, 'CycleCount'), 731);
  assert.equal(integerIn(gauge, 'FullChargeCapacity'), Math.round(integerIn(gauge, 'DesignCapacity') * 0.8));
});

test(
  'idevicediagnostics ioreg shows planes, ioregentry the battery',
  needs('idevicediagnostics'),
  async () => {
    await using virtual = await startVirtual({
      phone: { battery: { percent: 12, charging: false, celsius: 44.5 } },
    });
    const tree = dictIn(await diagnose(['ioreg', 'IODeviceTree'], virtual.address), 'IORegistry');
    assert.equal(stringIn(tree, 'IORegistryEntryName'), 'Root');
    assert.equal(arrayIn(tree, 'IORegistryEntryChildren').length, 1);

    const battery = dictIn(
      await diagnose(['ioregentry', 'AppleSmartBattery'], virtual.address),
      'IORegistry',
    );
    assert.equal(integerIn(battery, 'CurrentCapacity'), 12);
    assert.equal(integerIn(battery, 'Temperature'), 4450);
    assert.equal(booleanIn(battery, 'AtWarnLevel'), true);
    assert.ok(integerIn(battery, 'InstantAmperage') < 0);
  },
);

test('MobileGestalt says what it still says at this iOS', needs('idevicediagnostics'), async () => {
  const gestalt = async (ios: string): Promise<PlistDict> => {
    await using virtual = await startVirtual({ phone: { ios } });
    return dictIn(await diagnose(['mobilegestalt', 'PasswordConfigured'], virtual.address), 'MobileGestalt');
  };
  const [old, current] = await Promise.all([gestalt('16.1'), gestalt('26.2')]);
  assert.equal(booleanIn(old, 'PasswordConfigured'), true);
  assert.deepEqual([...current], [['Status', 'MobileGestaltDeprecated']]);
});

test(
  'restart: the phone goes, and comes back as a new device',
  needs('idevicediagnostics', 'idevice_id'),
  async () => {
    await using virtual = await startVirtual({ speed: 10 });
    const events: string[] = [];
    const back = Promise.withResolvers<void>();
    using _events = virtual.mux.events.subscribe(({ kind, deviceId }) => {
      events.push(`${kind} ${deviceId}`);
      if (kind === 'attached') back.resolve();
    });
    const { status, stdout } = await run('idevicediagnostics', ['restart'], virtual);
    assert.deepEqual([status, stdout], [0, 'Restarting device.\n']);
    await back.promise;
    assert.deepEqual(events, ['detached 1', 'attached 2']);
    assert.equal((await run('idevice_id', ['-l'], virtual)).stdout, `${virtual.phone.udid}\n`);
  },
);

test('shutdown: the phone goes and stays away', needs('idevicediagnostics', 'idevice_id'), async () => {
  await using virtual = await startVirtual({});
  const gone = Promise.withResolvers<void>();
  using _events = virtual.mux.events.subscribe(() => gone.resolve());
  const { status, stdout } = await run('idevicediagnostics', ['shutdown'], virtual);
  assert.deepEqual([status, stdout], [0, 'Shutting down device.\n']);
  await gone.promise;
  assert.equal((await run('idevice_id', ['-l'], virtual)).stdout.trim(), '');
});
