import type { CloudReason } from './cloud-reason.ts';

/** What the phone says of its iCloud backup, in its log or in its own settings as a local backup holds them. */
export interface CloudEvidence {
  /** An iCloud backup ran into this. `final`: it ended with it. `app`: the bundle id of the app whose file it was. */
  readonly 'cloud.failed': {
    readonly reason: CloudReason;
    /** `MBErrorDomain`, `CKErrorDomain` …; '' where the words alone told. */
    readonly domain: string;
    readonly code: number;
    readonly final: boolean;
    readonly app?: string;
    readonly daysAgo?: number;
    /** The line of the log it was read from, with nothing personal in it. */
    readonly line?: string;
  };
  /** What a backup that begins by itself needs; `stopped`: one was under way, or about to be, and this ended it. */
  readonly 'cloud.conditions': {
    readonly enabled: boolean;
    readonly locked: boolean;
    readonly power: boolean;
    readonly wifi: boolean;
    readonly stopped: boolean;
    readonly line?: string;
  };
  /** After failures the phone puts its next try off, longer each time. */
  readonly 'cloud.put-off': {
    readonly because: 'failures' | 'full' | 'keys' | 'server';
    readonly failures: number;
    readonly line?: string;
  };
  /** A process that iCloud backups need ended badly. */
  readonly 'cloud.helper-ended': {
    readonly process: string;
    readonly what: 'crash' | 'memory-kill' | 'resource-limit' | 'panic';
  };
  /** iCloud Backup is switched off, so that none is made. */
  readonly 'cloud.off': { readonly lastBackupDaysAgo?: number };
  /** Apps and data are still coming back from an earlier iCloud backup. */
  readonly 'cloud.restoring': { readonly daysAgo?: number };
}
