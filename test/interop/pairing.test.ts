import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { test } from 'node:test';
import { type RunningVirtual, startVirtual } from '../../src/virtual/start.ts';
import { needs, run } from './support/program.ts';

const SYSTEM_RECORDS = '/var/lib/lockdown';

function pairTool(virtual: RunningVirtual, command: string) {
  return run('idevicepair', [command], virtual);
}

/** A phone whose owner does nothing until the test says so. */
function untrusting(phone: object = {}): Promise<RunningVirtual> {
  return startVirtual({
    phone: { trusted: false, ...phone },
    owner: [{ when: 'trust-prompt', do: 'nothing' }],
  });
}

test('the trust dialog: pending, then accepted', needs('idevicepair'), async () => {
  await using virtual = await untrusting();
  const { udid } = virtual.phone;
  const pending = await pairTool(virtual, 'pair');
  assert.deepEqual(
    { ...pending },
    {
      status: 1,
      stdout: `ERROR: Please accept the trust dialog on the screen of device ${udid}, then attempt to pair again.\n`,
      stderr: '',
    },
  );
  assert.equal((await pairTool(virtual, 'pair')).stdout, pending.stdout);

  virtual.phone.owner.act('tap-trust');
  assert.deepEqual(
    { ...(await pairTool(virtual, 'pair')) },
    { status: 0, stdout: `SUCCESS: Paired with device ${udid}\n`, stderr: '' },
  );
  assert.equal(
    (await pairTool(virtual, 'validate')).stdout,
    `SUCCESS: Validated pairing with device ${udid}\n`,
  );
});

test(
  'the trust dialog refused: denied until the phone is plugged in again',
  needs('idevicepair'),
  async () => {
    await using virtual = await untrusting();
    const { phone } = virtual;
    await pairTool(virtual, 'pair');
    phone.owner.act('tap-dont-trust');
    const denied = `ERROR: Device ${phone.udid} said that the user denied the trust dialog.\n`;
    assert.deepEqual({ ...(await pairTool(virtual, 'pair')) }, { status: 1, stdout: denied, stderr: '' });

    phone.cable.unplug();
    phone.cable.plug();
    assert.match((await pairTool(virtual, 'pair')).stdout, /accept the trust dialog/);
  },
);

test('a locked phone asks for its passcode before it pairs', needs('idevicepair'), async () => {
  await using virtual = await untrusting({ locked: true });
  const { status, stdout } = await pairTool(virtual, 'pair');
  assert.equal(status, 1);
  assert.match(stdout, /because a passcode is set\. Please enter the passcode on the device and retry\./);
});

test(
  'a phone that trusts this computer validates, and pairs again without asking',
  needs('idevicepair'),
  async () => {
    await using virtual = await startVirtual({ owner: [{ when: 'trust-prompt', do: 'nothing' }] });
    const validated = await pairTool(virtual, 'validate');
    assert.equal(validated.stdout, `SUCCESS: Validated pairing with device ${virtual.phone.udid}\n`);
    assert.match((await pairTool(virtual, 'pair')).stdout, /^SUCCESS: Paired/);
    assert.match((await pairTool(virtual, 'hostid')).stdout, /^[0-9A-F-]{36}\n$/);
    assert.equal((await pairTool(virtual, 'systembuid')).stdout, `${virtual.mux.buid}\n`);
  },
);

test('after unpair the phone asks anew', needs('idevicepair'), async () => {
  await using virtual = await startVirtual({ owner: [{ when: 'trust-prompt', do: 'nothing' }] });
  const unpaired = await pairTool(virtual, 'unpair');
  assert.equal(unpaired.stdout, `SUCCESS: Unpaired with device ${virtual.phone.udid}\n`);
  assert.match((await pairTool(virtual, 'validate')).stdout, /accept the trust dialog/);
});

test('a phone that forgot this computer does not take the old record', needs('idevicepair'), async () => {
  await using virtual = await startVirtual({ faults: [{ do: 'forget-pairing' }] });
  const { status, stdout } = await pairTool(virtual, 'validate');
  assert.equal(status, 1);
  assert.match(stdout, /is not paired with this host/);
});

test('idevicepair list shows the records of the system folder', needs('idevicepair'), async () => {
  await using virtual = await startVirtual({});
  const { status, stdout } = await pairTool(virtual, 'list');
  const files = await readdir(SYSTEM_RECORDS).catch(() => []);
  const expected = files
    .filter((file) => /^[0-9A-Fa-f-]{25,40}\.plist$/.test(file))
    .map((file) => file.slice(0, -6));
  assert.equal(status, 0);
  assert.deepEqual(stdout.split('\n').filter(Boolean).sort(), expected.sort());
});
