interface Process {
  readonly pid: number;
  readonly path: string;
}

/** What runs on the phone, as far as a log of a backup shows it. */
export const processes: ReadonlyMap<string, Process> = new Map([
  ['kernel', { pid: 0, path: '/kernel' }],
  ['launchd', { pid: 1, path: '/sbin/launchd' }],
  ['SpringBoard', { pid: 34, path: '/System/Library/CoreServices/SpringBoard.app/SpringBoard' }],
  ['lockdownd', { pid: 62, path: '/usr/libexec/lockdownd' }],
  ['powerd', { pid: 68, path: '/System/Library/CoreServices/powerd.bundle/powerd' }],
  ['thermalmonitord', { pid: 71, path: '/usr/libexec/thermalmonitord' }],
  ['backupd', { pid: 142, path: '/System/Library/PrivateFrameworks/MobileBackup.framework/backupd' }],
  ['cloudd', { pid: 158, path: '/System/Library/PrivateFrameworks/CloudKitDaemon.framework/Support/cloudd' }],
  ['nsurlsessiond', { pid: 163, path: '/usr/libexec/nsurlsessiond' }],
  ['installd', { pid: 187, path: '/usr/libexec/installd' }],
  ['mobile_assertion_agent', { pid: 254, path: '/usr/libexec/mobile_assertion_agent' }],
  ['BackupAgent2', { pid: 311, path: '/usr/libexec/BackupAgent2' }],
  ['ReportCrash', { pid: 402, path: '/System/Library/CoreServices/ReportCrash' }],
]);

/** The process of a name; one that is not listed gets a number of its own. */
export function processOf(name: string): Process {
  return processes.get(name) ?? { pid: 500, path: `/usr/libexec/${name}` };
}
