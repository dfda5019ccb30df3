/** What stands in the way of a run before it begins; `thaw check` looks for it. */
export interface CheckEvidence {
  readonly 'destination.poisoned': {
    readonly what: 'empty-plist' | 'snapshot-left' | 'write-ahead-log' | 'unfinished' | 'manifest-missing';
    readonly file: string;
  };
  /** Another run is alive there, with the holder's process. */
  readonly 'destination.in-use': { readonly program: string; readonly pid: number };
  readonly 'destination.limits': { readonly fileSystem: string; readonly maxFileBytes: number };
  /** The folder is an empty mount point, or its share is not there. */
  readonly 'destination.unmounted': { readonly mountPoint: boolean };
  readonly 'destination.refused': { readonly code: string };
  /** The system keeps programs from this folder until a person allows it; `program`: whom to allow. */
  readonly 'destination.guarded': {
    readonly by: 'full-disk-access' | 'files-and-folders' | 'removable-volumes' | 'controlled-folder-access';
    readonly program?: string;
  };
  /** So many more files fit on the disk, whatever room there is. */
  readonly 'destination.files-left': { readonly freeFiles: number };
  /** Less room than the phone will ask for by its own rule. */
  readonly 'destination.short': { readonly freeBytes: number; readonly neededBytes: number };
  /** The folder's backup says it is of another phone. */
  readonly 'backup.other-phone': { readonly file: string };
  /** Something a run left behind that no longer lives. */
  readonly 'run.left-behind': {
    readonly what: 'vault-lock' | 'sync-lock' | 'phone-snapshot' | 'partial';
    /** Seconds since it was last touched, where known. */
    readonly secondsAgo?: number;
  };
  readonly 'manifest.large': { readonly bytes: number };
  readonly 'manifest.damaged': { readonly reason: string };
  readonly 'clock.differs': { readonly seconds: number };
  readonly 'encryption.state': {
    readonly on: boolean;
    readonly forced: boolean;
    /** How the backup that is there was made; absent when there is none. */
    readonly earlier?: boolean;
  };
  /** Another computer or program switched the encryption, or set another password, since the last good backup. */
  readonly 'encryption.changed': { readonly on: boolean };
  /** The backup password given does not open the keys of the new backup, which are sound. */
  readonly 'password.refused': Readonly<Record<string, never>>;
  /** iOS lets go of a computer it has not met for about 30 days. */
  readonly 'pairing.stale': { readonly daysSinceContact: number };
  readonly 'version.known-bad': { readonly what: string; readonly version: string };
  readonly 'icloud.state': { readonly backupOn: boolean; readonly lastBackupDaysAgo?: number };
}
