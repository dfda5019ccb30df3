/**
 * What a program that runs does to a backup. `syncs`: uses the phone at the same time. `rivals`: serves phones as usbmuxd
 * does. `takes`: may take the phone away from this computer, as a virtual machine does.
 */
export type ProgramRole = 'syncs' | 'rivals' | 'takes';

export interface KnownProgram {
  /** As people know it. */
  readonly name: string;
  readonly role: ProgramRole;
}

/** By the name of the process. Of virus scanners none is listed: that one of them breaks the cable was never shown. */
const KNOWN: ReadonlyMap<string, KnownProgram> = new Map([
  ['idevicebackup2', { name: 'idevicebackup2', role: 'syncs' }],
  ['iTunes', { name: 'iTunes', role: 'syncs' }],
  ['AppleMobileBackup', { name: 'iTunes', role: 'syncs' }],
  ['AppleDevices', { name: 'Apple Devices', role: 'syncs' }],
  ['iMazing', { name: 'iMazing', role: 'syncs' }],
  ['iMazing Mini', { name: 'iMazing Mini', role: 'syncs' }],
  ['ifuse', { name: 'ifuse', role: 'syncs' }],
  ['usbmuxd2', { name: 'usbmuxd2', role: 'rivals' }],
  ['netmuxd', { name: 'netmuxd', role: 'rivals' }],
  ['VBoxSVC', { name: 'VirtualBox', role: 'takes' }],
  ['VirtualBoxVM', { name: 'VirtualBox', role: 'takes' }],
  ['vmware-usbarbitrator', { name: 'VMware', role: 'takes' }],
  ['vmware-usbarbitrator64', { name: 'VMware', role: 'takes' }],
  ['prl_client_app', { name: 'Parallels Desktop', role: 'takes' }],
  ['qemu-system-x86_64', { name: 'QEMU', role: 'takes' }],
  ['usbipd', { name: 'usbipd', role: 'takes' }],
]);

/** Those of the running programs that matter to a backup, each once. */
export function knownPrograms(running: ReadonlySet<string>): readonly KnownProgram[] {
  const found = [...running].flatMap((process) => KNOWN.get(process) ?? []);
  return [...new Map(found.map((program) => [program.name, program])).values()];
}

/** macOS' own program that shows “A software update is required to connect to your iPhone”. */
export const MAC_UPDATER = 'MobileDeviceUpdater';
