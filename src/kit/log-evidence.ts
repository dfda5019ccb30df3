/** What the phone's own log said, classified; `process` is a daemon's name. */
export interface LogEvidence {
  /** The backup daemon walks the phone: alive, though nothing arrives. `domains`: finished so far. */
  readonly 'log.scanning': { readonly domains: number };
  /** The phone's own space sum: what it will send, and the room it believes is here. */
  readonly 'log.space': {
    readonly uploadBytes: number;
    readonly freeBytes?: number;
    readonly files?: number;
  };
  readonly 'log.wants-space': { readonly missingBytes: number };
  /** A file the phone cannot read. `domain` is '' where the log hides it. `code`: MBErrorDomain, 0 when not told. */
  readonly 'log.file-unreadable': { readonly domain: string; readonly code: number };
  /** The phone says that this computer answered with an error. */
  readonly 'log.computer-refused': { readonly code: number };
  /** The phone's end of the connection broke while it was … */
  readonly 'log.link-broken': { readonly while: 'reading' | 'writing' | 'unknown' };
  /** Protected files could not be opened because the phone is locked. */
  readonly 'log.locked': { readonly process: string };
  readonly 'log.crashed': { readonly process: string; readonly onFileName: boolean };
  /** The kernel ended a process for its memory; `reason` in the kernel's words. */
  readonly 'log.memory-kill': { readonly process: string; readonly reason: string };
  /** launchd saw the backup daemon end: 0 is of its own accord. */
  readonly 'log.daemon-exit': { readonly status: number; readonly seconds: number };
  /** The daemon's own verdict; MBErrorDomain. */
  readonly 'log.backup-failed': { readonly code: number };
  readonly 'log.backup-finished': { readonly seconds: number };
  /** An iCloud backup is at work on the phone; `tag` as the log prints it: `cloud-backup`, `sync` … */
  readonly 'log.icloud-backup': { readonly tag: string };
}
