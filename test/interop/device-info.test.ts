import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startVirtual } from '../../src/virtual/start.ts';
import { asDict, stringIn } from '../../src/wire/plist/access.ts';
import { decodeXml } from '../../src/wire/plist/xml-decode.ts';
import { needs, run } from './support/program.ts';

/** Every domain ideviceinfo knows of, and a line each that a phone in good health prints; none for an empty one. */
const DOMAINS: readonly (readonly [string, RegExp | undefined])[] = [
  ['com.apple.disk_usage', /^AmountDataAvailable: \d+$/m],
  ['com.apple.disk_usage.factory', /^TotalDiskCapacity: 128000000000$/m],
  ['com.apple.fairplay', /^KeyGenerationVersion: /m],
  ['com.apple.fmip', /^IsAssociated: false$/m],
  ['com.apple.international', /^Language: en$/m],
  ['com.apple.iqagent', undefined],
  ['com.apple.iTunes', /^ConnectedBus: USB$/m],
  ['com.apple.mobile.backup', /^CloudBackupEnabled: false\nRequiresEncryption: false\nWillEncrypt: false$/m],
  ['com.apple.mobile.battery', /^BatteryCurrentCapacity: 80\nBatteryIsCharging: true$/m],
  ['com.apple.mobile.chaperone', /^DeviceIsChaperoned: false$/m],
  ['com.apple.mobile.data_sync', /^Bookmarks: \n AccountNames\[1\]: $/m],
  ['com.apple.mobile.internal', /^IsInternal: false$/m],
  ['com.apple.mobile.iTunes', /^MinITunesVersion: [\d.]+$/m],
  ['com.apple.mobile.iTunes.accessories', undefined],
  ['com.apple.mobile.iTunes.SQLMusicLibraryPostProcessCommands', undefined],
  ['com.apple.mobile.iTunes.store', /^AccountKind: 0$/m],
  ['com.apple.mobile.lockdown_cache', /^ActivationState: Activated$/m],
  ['com.apple.mobile.lockdownd', undefined],
  ['com.apple.mobile.mobile_application_usage', undefined],
  ['com.apple.mobile.nikita', undefined],
  ['com.apple.mobile.restriction', /^ProhibitAppInstall: false$/m],
  ['com.apple.mobile.software_behavior', /^Valid: true$/m],
  ['com.apple.mobile.sync_data_class', /^Contacts: $/m],
  ['com.apple.mobile.tethered_sync', undefined],
  ['com.apple.mobile.third_party_termination', /^PropertyListVersion: 1$/m],
  ['com.apple.mobile.user_preferences', undefined],
  ['com.apple.mobile.wireless_lockdown', /^EnableWifiConnections: false$/m],
  ['com.apple.PurpleBuddy', /^SetupDone: true$/m],
  ['com.apple.purplebuddy', /^SetupDone: true$/m],
  ['com.apple.security.mac.amfi', /^DeveloperModeStatus: false$/m],
  ['com.apple.xcode.developerdomain', /^DeveloperStatus: Production$/m],
];

test('idevice_id lists the phones that are plugged in', needs('idevice_id'), async () => {
  await using virtual = await startVirtual([{}, { seed: 2, phone: { product: 'iPhone9,1', ios: '15.8' } }]);
  const [first, second] = virtual.phones.map((phone) => phone.udid);
  const listed = await run('idevice_id', ['-l'], virtual);
  assert.deepEqual(listed.stdout.trim().split('\n').sort(), [first, second].sort());
  assert.match(`${first}`, /^00008140-[0-9A-F]{16}$/);
  assert.match(`${second}`, /^[0-9a-f]{40}$/);

  virtual.phone.cable.unplug();
  assert.equal((await run('idevice_id', ['-l'], virtual)).stdout.trim(), second);
});

test('ideviceinfo prints what the phone is, sorted, in both forms', needs('ideviceinfo'), async () => {
  await using virtual = await startVirtual({ phone: { name: 'Ice Cube', ios: '26.1' } });
  const plain = await run('ideviceinfo', [], virtual);
  assert.equal(plain.status, 0);
  for (const line of [
    'DeviceClass: iPhone',
    'DeviceName: Ice Cube',
    'ProductType: iPhone17,3',
    'ProductVersion: 26.1',
    'BuildVersion: 23B85',
    'PasswordProtected: false',
    `UniqueDeviceID: ${virtual.phone.udid}`,
  ]) {
    assert.ok(plain.stdout.split('\n').includes(line), line);
  }
  const keys = [...plain.stdout.matchAll(/^(\w+)(?:\[\d+\])?:/gm)].map(([, key]) => key ?? '');
  assert.deepEqual(keys, keys.toSorted());

  const xml = asDict(decodeXml((await run('ideviceinfo', ['-x'], virtual)).stdout));
  assert.equal(stringIn(xml, 'UniqueDeviceID'), virtual.phone.udid);
});

test('ideviceinfo -q prints every domain', needs('ideviceinfo'), async () => {
  await using virtual = await startVirtual({});
  const printed = await Promise.all(DOMAINS.map(([domain]) => run('ideviceinfo', ['-q', domain], virtual)));
  for (const [index, [domain, line]] of DOMAINS.entries()) {
    const { status, stdout } = printed[index] ?? { status: null, stdout: '' };
    assert.equal(status, 0, domain);
    if (line) assert.match(stdout, line, domain);
    else assert.equal(stdout.trim(), '', domain);
  }
});

test(
  'ideviceinfo -k prints one value; a missing one is no error and no text',
  needs('ideviceinfo'),
  async () => {
    await using virtual = await startVirtual({ phone: { battery: { percent: 42 } } });
    const query = ['-q', 'com.apple.mobile.battery', '-k'];
    assert.equal((await run('ideviceinfo', [...query, 'BatteryCurrentCapacity'], virtual)).stdout, '42\n');
    assert.equal((await run('ideviceinfo', [...query, 'NoSuchKey'], virtual)).stdout, '');
  },
);

test('ideviceinfo -s tells little of a phone that trusts nobody', needs('ideviceinfo'), async () => {
  await using virtual = await startVirtual({ phone: { trusted: false } });
  const { stdout } = await run('ideviceinfo', ['-s'], virtual);
  assert.match(stdout, /^ProductVersion: 26\.2$/m);
  assert.doesNotMatch(stdout, /PhoneNumber|SerialNumber/);
});

test('a phone below iOS 10 is spoken to in TLS 1.0', needs('ideviceinfo'), async () => {
  await using virtual = await startVirtual({ phone: { product: 'iPhone8,1', ios: '9.3' } });
  const { stdout, stderr } = await run('ideviceinfo', ['-k', 'ProductVersion'], virtual);
  assert.equal(stdout, '9.3\n', stderr);
});

test('idevicename reads the name and sets it', needs('idevicename'), async () => {
  await using virtual = await startVirtual({ phone: { name: 'Ice Cube' } });
  assert.equal((await run('idevicename', [], virtual)).stdout, 'Ice Cube\n');
  const set = await run('idevicename', ['Meltwater'], virtual);
  assert.deepEqual({ ...set }, { status: 0, stdout: "device name set to 'Meltwater'\n", stderr: '' });
  assert.equal((await run('idevicename', [], virtual)).stdout, 'Meltwater\n');
});

test('idevicedate reads the clock and sets it', needs('idevicedate'), async () => {
  await using virtual = await startVirtual({});
  const read = await run('idevicedate', [], virtual);
  assert.ok(Math.abs(Date.parse(read.stdout) - Date.now()) < 60_000, read.stdout);
  const set = await run('idevicedate', ['--set', '1700000000'], virtual);
  assert.match(set.stdout, /^Tue Nov 14 22:13:20 UTC 2023$/m);
  assert.match((await run('idevicedate', [], virtual)).stdout, /^Tue Nov 14 22:13:2\d UTC 2023$/m);
});
