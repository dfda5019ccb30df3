import assert from 'node:assert/strict';
import { mkdir, mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { StandIns } from '../../../test/support/stand-ins.ts';
import { systemClock } from '../../kit/clock.ts';
import { choosePhone } from '../../phone/find.ts';
import { parseMuxAddress } from '../../phone/mux-address.ts';
import { openPhone, type Phone } from '../../phone/session.ts';
import { Usbmux } from '../../phone/usbmux.ts';
import { type RunningVirtual, startVirtual } from '../../virtual/start.ts';
import type { Check, CheckResult } from './check.ts';
import { computerPower } from './computer-power.ts';
import { destination } from './destination.ts';
import { fileSystem } from './file-system.ts';
import { programs } from './programs.ts';
import { usbPort } from './usb-port.ts';

const signal = AbortSignal.timeout(60_000);

let virtual: RunningVirtual;
let phone: Phone;

before(async () => {
  virtual = await startVirtual({ phone: { passcode: false, product: 'iPhone16,1' } });
  const mux = new Usbmux(parseMuxAddress(virtual.address), systemClock);
  const device = choosePhone(await mux.devices(signal), undefined);
  phone = await openPhone({ mux, device, clock: systemClock }, signal);
});

after(async () => {
  await phone[Symbol.asyncDispose]();
  await virtual[Symbol.asyncDispose]();
});

/** What a check says on a recorded computer. */
async function said(
  check: Check,
  system: 'linux' | 'macos',
  files: Readonly<Record<string, string>> = {},
  folder?: string,
): Promise<CheckResult | undefined> {
  await using root = await mkdtempDisposable(join(tmpdir(), 'thaw-computer-'));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(root.path, name)), { recursive: true });
    await writeFile(join(root.path, name), `${text}\n`);
  }
  process.env['THAW_COMPUTER'] = `${system}:${root.path}`;
  try {
    const context = {
      clock: systemClock,
      introduction: undefined,
      phone,
      destination: folder,
      lastContact: undefined,
    };
    return await check.look(context, signal);
  } finally {
    delete process.env['THAW_COMPUTER'];
  }
}

const port = (place: string, speed: string, control = 'on') => ({
  [`sys/bus/usb/devices/${place}/idVendor`]: '05ac',
  [`sys/bus/usb/devices/${place}/idProduct`]: '12a8',
  [`sys/bus/usb/devices/${place}/serial`]: phone.device.udid.replace('-', ''),
  [`sys/bus/usb/devices/${place}/speed`]: speed,
  [`sys/bus/usb/devices/${place}/power/control`]: control,
});

test('a laptop whose battery is low is to be plugged in', async () => {
  const supply = (percent: string, online: string) => ({
    'sys/class/power_supply/AC/type': 'Mains',
    'sys/class/power_supply/AC/online': online,
    'sys/class/power_supply/BAT0/type': 'Battery',
    'sys/class/power_supply/BAT0/status': online === '1' ? 'Charging' : 'Discharging',
    'sys/class/power_supply/BAT0/capacity': percent,
  });
  assert.equal((await said(computerPower, 'linux', supply('9', '0')))?.standing, 'person');
  assert.equal((await said(computerPower, 'linux', supply('80', '0')))?.standing, 'note');
  assert.equal((await said(computerPower, 'linux', supply('9', '1')))?.standing, 'fine');
  assert.equal(await said(computerPower, 'linux'), undefined);
});

test('what cable and port agreed on is held against what every iPhone, and this one, can do', async () => {
  const crippled = await said(usbPort, 'linux', port('1-2', '12'));
  assert.match(crippled?.sentence ?? '', /12 Mbit\/s only/);
  assert.equal(crippled?.standing, 'broken');
  const usual = await said(usbPort, 'linux', port('1-2', '480'));
  assert.equal(usual?.standing, 'fine');
  assert.match(usual?.sentence ?? '', /480 .* could do 10000/);
  assert.match((await said(usbPort, 'linux', port('1-4.2', '480')))?.sentence ?? '', /behind 1 hub/);
  assert.match((await said(usbPort, 'linux', port('1-2', '480', 'auto')))?.next ?? '', /1-2\/power\/control/);
  assert.equal(await said(usbPort, 'linux'), undefined);
});

test('two programs that serve phones, and one that syncs with them', async () => {
  await using _commands = await StandIns.make();
  const running = (...names: readonly string[]) =>
    Object.fromEntries(names.map((name, at) => [`proc/${700 + at}/cmdline`, name]));
  const two = await said(programs, 'linux', running('usbmuxd', 'netmuxd'));
  assert.match(two?.sentence ?? '', /netmuxd and usbmuxd/);
  const one = await said(programs, 'linux', running('usbmuxd', 'idevicebackup2'));
  assert.match(one?.sentence ?? '', /idevicebackup2 is running/);
  assert.equal((await said(programs, 'linux', running('usbmuxd')))?.standing, 'fine');
});

test('the format of the destination’s disk by a Mac’s own word', async () => {
  await using commands = await StandIns.make();
  await commands.runs('mount', 'echo "/dev/disk4s1 on / (msdos, local)"');
  const fat = await said(fileSystem, 'macos', {}, tmpdir());
  assert.deepEqual([fat?.standing, fat?.evidence[0]?.kind], ['note', 'destination.limits']);
  await commands.runs('mount', 'echo "//ana@nas/x on / (smbfs, mounted by ana)"');
  assert.match((await said(fileSystem, 'macos', {}, tmpdir()))?.sentence ?? '', /share in the network/);
  assert.equal((await said(destination, 'macos', {}, tmpdir()))?.standing, 'fine');
});
