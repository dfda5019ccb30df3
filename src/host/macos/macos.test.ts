import assert from 'node:assert/strict';
import { statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { test } from 'node:test';
import { StandIns } from '../../../test/support/stand-ins.ts';
import type { Computer } from '../computer.ts';
import { lookAtDisk } from '../disks/look-at-disk.ts';
import { guardOf } from '../guard.ts';
import { lookAtService } from '../phone-service/look-at-service.ts';
import { powerState, sleepsSince } from '../power/power.ts';
import { programNames } from '../programs.ts';
import { phonesOnBus } from '../usb/on-bus.ts';
import { mountOf } from './disks.ts';
import { macGuard } from './guard.ts';

const signal = AbortSignal.timeout(60_000);
const MAC: Computer = { system: 'macos', root: '/recorded' };

/** Lines after imwally/battstat#2 and adrgumula/oc-m3800#7, which show pmset's output. */
const BATTERY =
  "Now drawing from 'Battery Power'\n -InternalBattery-0\t89%; discharging; 4:47 remaining present: true";
const SLEPT =
  "2021-01-21 18:56:24 +0100 Sleep               \tEntering Sleep state due to 'Clamshell Sleep': Using AC (Charge:100%) 21 secs";
/** Keys as in kc9wwh/macOSUpgrade#146; since 10.15 FreeSpace is 0 on APFS. */
const DISKUTIL = `<plist version="1.0"><dict><key>APFSContainerFree</key><integer>37731352576</integer>
<key>FilesystemType</key><string>apfs</string><key>FreeSpace</key><integer>0</integer><key>WritableVolume</key><true/></dict></plist>`;

test('what a Mac runs on, when it falls asleep, and when it did', async () => {
  await using commands = await StandIns.make();
  await commands.answers(
    'pmset',
    ['-g batt', BATTERY],
    ['-g log', SLEPT],
    ['-g', ' sleep                10 (sleep prevented by powerd)'],
  );
  assert.deepEqual(await powerState(signal, MAC), { onMains: false, percent: 89, sleepsAfterMinutes: 10 });
  const [sleep, ...more] = await sleepsSince(new Date('2021-01-21T17:00:00Z'), signal, MAC);
  assert.deepEqual([sleep?.seconds, sleep?.reason, more.length], [21, 'lid', 0]);
  assert.deepEqual(await sleepsSince(new Date('2021-01-22T00:00:00Z'), signal, MAC), []);
});

test('room on a Mac is what is free and what the system gives up by itself', async () => {
  await using commands = await StandIns.make();
  const { bavail, bsize } = await statfs(tmpdir());
  await commands.runs('mount', 'echo "/dev/disk3s1 on / (apfs, local, journaled)"');
  await commands.runs('osascript', `echo ${bavail * bsize + 90_000_000_000}`);
  await commands.runs('diskutil', `cat <<'END'\n${DISKUTIL}\nEND`);
  const look = await lookAtDisk(tmpdir(), signal, MAC);
  assert.equal(look.fileSystem, 'apfs');
  assert.equal(look.readOnly, false);
  // Others write to this disk meanwhile.
  assert.ok(Math.abs((look.purgeableBytes ?? 0) - 90e9) < 20e9);
});

test('the innermost mount counts, a share is known, and a name with spaces too', () => {
  const mounts = [
    '/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)',
    '/dev/disk4s1 on /Volumes/My Disk (exfat, local, nodev, nosuid, noowners)',
    '//ana@nas/backups on /Volumes/backups (smbfs, nodev, nosuid, mounted by ana)',
  ].join('\n');
  assert.deepEqual(mountOf('/Volumes/My Disk/iPhone', mounts), {
    point: '/Volumes/My Disk',
    fileSystem: 'exfat',
    readOnly: false,
  });
  assert.equal(mountOf('/Volumes/backups', mounts)?.fileSystem, 'smbfs');
  assert.equal(mountOf('/Users/ana', mounts)?.readOnly, true);
});

test('privacy refuses with EPERM, and each kind of place has its own switch', async () => {
  const library = '/Users/ana/Library/Application Support/MobileSync/Backup';
  assert.deepEqual(macGuard(library, 'EPERM', { TERM_PROGRAM: 'iTerm.app' }), {
    by: 'full-disk-access',
    program: 'iTerm',
  });
  assert.deepEqual(macGuard('/Volumes/Disk/x', 'EPERM', {}), { by: 'removable-volumes' });
  assert.deepEqual(macGuard('/Users/ana/Documents/x', 'EPERM', {}), { by: 'files-and-folders' });
  assert.equal(await guardOf(library, 'EACCES', signal, MAC), undefined);
});

test('launchd tells of usbmuxd, and the list of programs of a rival', async () => {
  await using commands = await StandIns.make();
  await commands.runs('launchctl', 'printf "system/com.apple.usbmuxd = {\\n\\tstate = running\\n}\\n"');
  await commands.runs('ps', 'printf "/sbin/launchd\\n/usr/local/bin/netmuxd\\n"');
  assert.deepEqual(await lookAtService(signal, MAC), {
    name: 'usbmuxd',
    state: 'running',
    mend: 'sudo launchctl kickstart -k system/com.apple.usbmuxd',
    rival: 'netmuxd',
  });
  await commands.runs('launchctl', 'exit 113');
  await commands.runs('ps', 'echo /sbin/launchd');
  assert.equal((await lookAtService(signal, MAC))?.state, 'stopped');
});

test('on a Mac without any of these commands nothing is known, and nothing breaks', async () => {
  await using _commands = await StandIns.make();
  assert.equal(await powerState(signal, MAC), undefined);
  assert.deepEqual(await lookAtDisk(tmpdir(), signal, MAC), {});
  assert.deepEqual(await phonesOnBus(signal, MAC), []);
  assert.equal((await programNames(signal, MAC)).size, 0);
  assert.equal(await lookAtService(signal, MAC), undefined);
});
