import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startVirtual } from '../../src/virtual/start.ts';
import { needs, run } from './support/program.ts';

test('a broken TLS handshake is what the tools call an SSL error', needs('ideviceinfo'), async () => {
  await using virtual = await startVirtual({ faults: [{ do: 'tls-break' }] });
  const { status, stdout, stderr } = await run('ideviceinfo', [], virtual);
  assert.notEqual(status, 0);
  assert.match(stdout + stderr, /Could not connect to lockdownd: SSL error \(-5\)/);
});

test('a supervised phone pairs with nobody', needs('idevicepair'), async () => {
  await using virtual = await startVirtual({ phone: { trusted: false }, faults: [{ do: 'refuse-pairing' }] });
  const { status, stdout } = await run('idevicepair', ['pair'], virtual);
  assert.deepEqual(
    [status, stdout],
    [1, `ERROR: Device ${virtual.phone.udid} returned unhandled error code -38\n`],
  );
});

test('a slow link is slow, and whole', needs('ideviceinfo'), async () => {
  await using virtual = await startVirtual({ faults: [{ do: 'slow-link', bytesPerSecond: 6000 }] });
  await virtual.mux.pairRecords.read(virtual.phone.udid);
  const before = performance.now();
  const { status, stdout } = await run('ideviceinfo', [], virtual);
  assert.equal(status, 0);
  assert.match(stdout, /^UniqueDeviceID: /m);
  assert.ok(performance.now() - before > 1000);
});

test(
  'ideviceenterrecovery 1.3.0 opens no session, and a current phone refuses',
  needs('ideviceenterrecovery'),
  async () => {
    await using virtual = await startVirtual({});
    const { stdout } = await run('ideviceenterrecovery', [virtual.phone.udid], virtual);
    assert.match(stdout, /^Failed to enter recovery mode\.$/m);
    assert.equal(virtual.phone.mode, 'normal');
  },
);
