import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { startVirtual } from '../../src/virtual/start.ts';
import { assertBackedUp, quickPhone } from './support/backup2.ts';
import { needs, run } from './support/program.ts';
import { scratchFolder } from './support/scratch.ts';

const programs = needs('idevice_id', 'ideviceinfo', 'idevicebackup2');
// Elsewhere the virtual phone has no address of its own, which libimobiledevice needs.
const onLinux = { skip: programs.skip || (process.platform !== 'linux' && 'only on Linux') };

const overWifi = { ...quickPhone, phone: { ...quickPhone.phone, cable: false, wifi: { on: true } } };

test(
  'libimobiledevice lists a phone on Wi-Fi as one in the network, and on the cable too',
  onLinux,
  async () => {
    await using virtual = await startVirtual({ ...overWifi, phone: { ...overWifi.phone, cable: true } });
    const { address, phone } = virtual;
    const both = await run('idevice_id', ['-l', '-n'], { address });
    assert.deepEqual(both.stdout.trim().split('\n').sort(), [
      `${phone.udid} (Network)`,
      `${phone.udid} (USB)`,
    ]);
    phone.cable.unplug();
    assert.equal((await run('idevice_id', ['-l'], { address })).stdout.trim(), '');
    assert.match((await run('idevice_id', ['-n'], { address })).stdout, new RegExp(phone.udid));
  },
);

test('ideviceinfo asks a phone on Wi-Fi at its own address', onLinux, async () => {
  await using virtual = await startVirtual(overWifi);
  const { stdout } = await run('ideviceinfo', ['-n', '-k', 'DeviceName'], { address: virtual.address });
  assert.equal(stdout.trim(), virtual.phone.name);
});

test('idevicebackup2 backs a phone up over Wi-Fi', onLinux, async () => {
  await using virtual = await startVirtual(overWifi);
  await using scratch = await scratchFolder();
  const { status, stdout } = await run('idevicebackup2', ['-n', 'backup', scratch.path], {
    address: virtual.address,
    limitSeconds: 60,
  });
  assert.equal(status, 0, stdout);
  await assertBackedUp(join(scratch.path, virtual.phone.udid), virtual.phone);
});
