import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { test } from 'node:test';
import { StandIns } from '../../../test/support/stand-ins.ts';
import type { Computer } from '../computer.ts';
import { lookAtDisk } from '../disks/look-at-disk.ts';
import { guardOf } from '../guard.ts';
import { lookAtService } from '../phone-service/look-at-service.ts';
import { powerState, sleepsSince } from '../power/power.ts';
import { namesInTasklist } from '../programs.ts';
import { phonesOnBus } from '../usb/on-bus.ts';
import { recentTroubles } from '../usb/recent-troubles.ts';

const signal = AbortSignal.timeout(60_000);
const WINDOWS: Computer = { system: 'windows', root: '/recorded' };

/** Ids after USBToolBox/tool#49, where an iPhone shows on a French Windows; the names are in any language. */
const device = (id: string, problem: number) => ({
  PNPDeviceID: id,
  Name: 'périphérique',
  ConfigManagerErrorCode: problem,
});
const PHONE = device('USB\\VID_05AC&PID_12A8\\00008101000B45490001001E', 0);
const CAMERA = device('USB\\VID_05AC&PID_12A8&MI_00\\6&3207768B&1&0000', 0);
const MUX = device('USB\\VID_05AC&PID_12A8&MI_01\\6&3207768B&1&0001', 0);

test('a phone is found by its ids, whatever the language', async () => {
  await using commands = await StandIns.make();
  await commands.answers('powershell.exe', ['VID_05AC', JSON.stringify([PHONE, CAMERA, MUX])]);
  const [link] = await phonesOnBus(signal, WINDOWS);
  assert.equal(link?.serial, '00008101000B45490001001E');
});

/** Numbers and layout as in OpenBuilds/OpenBuilds-CONTROL#106; the words in the language of Windows. */
const POWERCFG = (
  mains: number,
  battery: number,
) => `GUID du mode de gestion : 381b4222-f694-41f0-9685-ff5bb260df2e  (Utilisation normale)
  Sous-groupe GUID : 2a737441-1930-4402-8d77-b2bebba308a3  (Paramètres USB)
    GUID du paramètre : 48e6b7a6-50f5-4782-a5d4-53bb8f07e226  (Paramètre de la suspension sélective USB)
      Index du paramètre possible : 000
      Nom convivial du paramètre possible : Désactivé
      Index du paramètre possible : 001
      Nom convivial du paramètre possible : Activé
    Index actuel du paramètre de courant alternatif : 0x0000000${mains}
    Index actuel du paramètre de courant continu : 0x0000000${battery}
`;

test('whether ports may be put to sleep, by the power plan for the supply in use', async () => {
  await using commands = await StandIns.make();
  const savesPower = async (text: string, battery = '[]') => {
    await commands.answers('powershell.exe', ['VID_05AC', JSON.stringify(PHONE)], ['Win32_Battery', battery]);
    await commands.answers('powercfg.exe', ['48e6b7a6', text]);
    const [link] = await phonesOnBus(signal, WINDOWS);
    return [link?.savesPower, link?.savesPowerByDefault];
  };
  assert.deepEqual(await savesPower(POWERCFG(0, 1)), [false, undefined]);
  assert.deepEqual(await savesPower(POWERCFG(1, 0)), [true, true]);
  const onBattery = '{"BatteryStatus":1,"EstimatedChargeRemaining":"55"}';
  assert.deepEqual(await savesPower(POWERCFG(0, 1), onBattery), [true, true]);
  assert.deepEqual(await savesPower('Paramètres non valides'), [undefined, undefined]);
});

test('photos can be seen and the rest not: the driver is missing; Code 28: it is not installed', async () => {
  await using commands = await StandIns.make();
  const service = ['Get-Service', '{"Status":4,"StartType":2}'] as const;
  await commands.answers('powershell.exe', service, ['VID_05AC', JSON.stringify([PHONE, CAMERA])]);
  assert.equal((await lookAtService(signal, WINDOWS))?.driverProblem, 0);
  const bad = { ...MUX, ConfigManagerErrorCode: 28 };
  await commands.answers('powershell.exe', service, ['VID_05AC', JSON.stringify([PHONE, CAMERA, bad])]);
  assert.equal((await lookAtService(signal, WINDOWS))?.driverProblem, 28);
});

test('the service: running, stopped, switched off, one too many, or none at all', async () => {
  await using commands = await StandIns.make();
  const state = async (service: string, packages = '[]') => {
    await commands.answers('powershell.exe', ['Get-Service', service], ['Get-AppxPackage', packages]);
    const { name, state, mend, rival } = (await lookAtService(signal, WINDOWS)) ?? {};
    return [name, state, mend, rival].filter((each) => each !== undefined).join(' | ');
  };
  const name = 'Apple Mobile Device Service';
  assert.equal(await state('{"Status":1,"StartType":3}'), `${name} | stopped | net start "${name}"`);
  assert.match(await state('{"Status":1,"StartType":4}'), /disabled \| sc config/);
  assert.match(
    await state('{"Status":4,"StartType":2}', '{"Name":"AppleInc.AppleDevices"}'),
    /running.*\| Apple Devices$/,
  );
  assert.equal(await state('', '[{"Name":"AppleInc.iTunes"}]'), 'iTunes | stopped');
  assert.match(await state(''), /^Apple Devices \| missing \| winget install/);
});

test('the battery, a sleep, the disk, a guarded folder, a device that cannot even be asked', async () => {
  await using commands = await StandIns.make();
  await commands.answers(
    'powershell.exe',
    ['Win32_Battery', '{"BatteryStatus":1,"EstimatedChargeRemaining":"55"}'],
    [
      'Power-Troubleshooter',
      '{"Slept":"2026-01-01T10:00:00.0000000Z","Woke":"2026-01-01T11:00:00.0000000Z"}',
    ],
    ['Win32_LogicalDisk', '{"FileSystem":"FAT32","DriveType":2}'],
    ['Get-MpPreference', '{"EnableControlledFolderAccess":1}'],
    ['ConfigManagerErrorCode=43', '{"PNPDeviceID":"USB\\\\VID_0000&PID_0002\\\\5&2A&0&3"}'],
  );
  assert.deepEqual(await powerState(signal, WINDOWS), { onMains: false, percent: 55 });
  const [sleep] = await sleepsSince(new Date('2026-01-01T00:00:00Z'), signal, WINDOWS);
  assert.equal(sleep?.seconds, 3600);
  assert.deepEqual(await lookAtDisk('D:\\Backup', signal, WINDOWS), { fileSystem: 'fat32', remote: false });
  assert.equal(
    (await guardOf('C:\\Users\\ana\\Documents', 'EPERM', signal, WINDOWS))?.by,
    'controlled-folder-access',
  );
  assert.deepEqual(await recentTroubles('', 60, signal, WINDOWS), [
    { event: 'error', times: 1, onHub: false, code: 'Code 43' },
  ]);
});

test('a PowerShell that is missing, or says something else, stops nothing', async () => {
  await using commands = await StandIns.make();
  for (const words of [undefined, 'Zugriff verweigert', '{"half": ']) {
    if (words !== undefined) await commands.runs('powershell.exe', `echo '${words}'`);
    assert.equal(await powerState(signal, WINDOWS), undefined);
    assert.deepEqual(await phonesOnBus(signal, WINDOWS), []);
    assert.equal(await guardOf(tmpdir(), 'EPERM', signal, WINDOWS), undefined);
  }
});

test('the programs of tasklist, whose heads are in the language of Windows', () => {
  const list =
    '"System Idle Process","0","Services","0","8 K"\n"iTunes.exe","4711","Console","1","123.456 K"';
  assert.deepEqual([...namesInTasklist(list)], ['System Idle Process', 'iTunes']);
});
