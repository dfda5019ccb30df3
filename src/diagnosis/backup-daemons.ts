/** The processes of the phone that make a local backup; their names changed with iOS. */
const names: ReadonlySet<string> = new Set(['BackupAgent2', 'BackupAgent', 'mobilebackup2', 'backupd']);

export function isBackupDaemon({ process }: { readonly process: string }): boolean {
  return names.has(process);
}
