import assert from 'node:assert/strict';
import { mkdir, mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { StandIns } from '../../../test/support/stand-ins.ts';
import type { Computer } from '../computer.ts';
import { lookAtDisk } from '../disks/look-at-disk.ts';
import { lookAtService } from '../phone-service/look-at-service.ts';
import { powerState } from '../power/power.ts';
import { parseSuspends, secondsSinceBoot } from './power.ts';

const signal = AbortSignal.timeout(60_000);

/** Files of a recorded Linux. */
async function recorded(files: Readonly<Record<string, string>>) {
  const folder = await mkdtempDisposable(join(tmpdir(), 'thaw-linux-'));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder.path, name)), { recursive: true });
    await writeFile(join(folder.path, name), `${text}\n`);
  }
  const computer: Computer = { system: 'linux', root: folder.path };
  return { computer, [Symbol.asyncDispose]: () => folder.remove() };
}

test('the innermost mount counts, and a disk that is read-only is known', async () => {
  await using linux = await recorded({
    'proc/self/mountinfo': [
      '22 1 259:2 / / rw,relatime shared:1 - ext4 /dev/nvme0n1p2 rw',
      '90 22 8:1 / /media/ana/My\\040Disk ro,nosuid - exfat /dev/sda1 rw,errors=remount-ro',
      '91 22 0:50 / /mnt/nas rw,relatime - nfs4 nas:/backups rw,vers=4.2',
    ].join('\n'),
  });
  const look = (folder: string) => lookAtDisk(folder, signal, linux.computer);
  const disk = await look('/media/ana/My Disk/iPhone');
  assert.deepEqual([disk.fileSystem, disk.readOnly, disk.remote], ['exfat', true, false]);
  assert.equal((await look('/mnt/nas')).remote, true);
  assert.deepEqual([(await look('/mnt/nasty')).fileSystem, (await look('/home')).readOnly], ['ext4', false]);
});

test('this computer’s own disk is told, too', async () => {
  const { fileSystem } = await lookAtDisk(tmpdir(), signal, { system: 'linux', root: '' });
  if (process.platform === 'linux') assert.match(fileSystem ?? '', /^\w/);
});

test('a laptop on its battery, and a mouse that has one as well', async () => {
  const supply = 'sys/class/power_supply';
  await using linux = await recorded({
    [`${supply}/AC/type`]: 'Mains',
    [`${supply}/AC/online`]: '0',
    [`${supply}/BAT0/type`]: 'Battery',
    [`${supply}/BAT0/capacity`]: '41',
    [`${supply}/BAT0/status`]: 'Discharging',
    [`${supply}/mouse/type`]: 'Battery',
    [`${supply}/mouse/scope`]: 'Device',
    [`${supply}/mouse/capacity`]: '90',
  });
  assert.deepEqual(await powerState(signal, linux.computer), { onMains: false, percent: 41 });
  await using desktop = await recorded({ 'proc/uptime': '81000.25 1.00' });
  assert.equal(await powerState(signal, desktop.computer), undefined);
  assert.equal(await secondsSinceBoot(desktop.computer.root), 81_000.25);
});

test('usbmuxd: waiting for a phone, masked, failed, or not installed, with the command that mends it', async () => {
  await using commands = await StandIns.make();
  await using linux = await recorded({ 'etc/os-release': 'ID=linuxmint\nID_LIKE="ubuntu debian"' });
  const unit = async (load: string, active: string, file: string) => {
    await commands.runs(
      'systemctl',
      `printf 'LoadState=${load}\\nActiveState=${active}\\nUnitFileState=${file}\\n'`,
    );
    const { state, mend } = (await lookAtService(signal, linux.computer)) ?? {};
    return `${state}: ${mend}`;
  };
  assert.equal(await unit('loaded', 'inactive', 'static'), 'idle: sudo systemctl restart usbmuxd');
  assert.equal(await unit('loaded', 'failed', 'static'), 'stopped: sudo systemctl restart usbmuxd');
  assert.equal(await unit('masked', 'inactive', 'masked'), 'disabled: sudo systemctl unmask --now usbmuxd');
  assert.equal(await unit('not-found', 'inactive', ''), 'missing: sudo apt install usbmuxd');
});

test('two that serve phones at once are told', async () => {
  await using _commands = await StandIns.make();
  await using linux = await recorded({
    'proc/7/cmdline': '/usr/sbin/usbmuxd\0-f',
    'proc/8/cmdline': 'netmuxd',
  });
  const service = await lookAtService(signal, linux.computer);
  assert.deepEqual([service?.state, service?.rival], ['running', 'netmuxd']);
});

test('the kernel’s marks of a suspend, as systemd’s journal prints them', () => {
  const line = (message: string, microseconds: number) =>
    JSON.stringify({ MESSAGE: message, __REALTIME_TIMESTAMP: String(microseconds) });
  const journal = [
    line('PM: suspend entry (deep)', 1_767_225_600_000_000),
    'not json',
    line('PM: suspend exit', 1_767_229_200_000_000),
  ].join('\n');
  assert.deepEqual(parseSuspends(journal), [
    { at: new Date('2026-01-01T00:00:00Z'), seconds: 3600, reason: 'unknown' },
  ]);
});
