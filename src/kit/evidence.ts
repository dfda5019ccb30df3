import type { CloudReason } from './cloud-reason.ts';
import type { NetworkEvidence } from './network-evidence.ts';

/** Where a piece of evidence comes from. */
export type EvidenceSource =
  | 'usbmux'
  | 'lockdown'
  | 'phone'
  | 'phone-log'
  | 'crash-report'
  | 'backup-protocol'
  /** The phone's own settings, as a local backup holds them. */
  | 'backup-settings'
  | 'watch'
  | 'destination'
  | 'computer'
  | 'network'
  | 'person'
  | 'remedy';

/** What each kind of evidence says. A new kind is a new line here; causes name it, senses find it. */
export interface EvidenceFacts extends NetworkEvidence {
  /** The phone left the bus; usbmuxd said so. */
  readonly 'link.detached': { readonly deviceId: number };
  /** The phone came back on the bus. */
  readonly 'link.attached': { readonly deviceId: number; readonly secondsAway: number };
  /** The conversation broke off while usbmuxd went on listing the phone: not the cable. */
  readonly 'link.steady': { readonly seconds: number };
  /** The link carries this much; `usual` is what it carried in earlier runs of this phone. */
  readonly 'link.slow': {
    readonly bytesPerSecond: number;
    readonly usualBytesPerSecond?: number;
    /** As negotiated on the bus. */
    readonly megabitsPerSecond?: number;
  };
  /** The computer's kernel reported errors on the bus; `code` as it prints it (`-71`). */
  readonly 'link.bus-errors': { readonly code: string; readonly times: number };
  /** Where the phone is plugged in, what was agreed on there, and what its model could do. */
  readonly 'link.port': {
    /** Between the computer and the phone, without those built into the computer. */
    readonly hubs: number;
    readonly megabitsPerSecond?: number;
    readonly modelMegabitsPerSecond?: number;
    /** The same after each replugging into the same place. */
    readonly location?: string;
    /** The computer may put the port to sleep to save power. */
    readonly savesPower?: boolean;
    /** Nobody chose that: Windows comes so. */
    readonly savesPowerByDefault?: boolean;
  };
  /** What the computer did with the port by its own log; `onHub`: it fell on the hub, or on what else hangs there. */
  readonly 'link.port-events': {
    readonly event: 'reset' | 'disconnect' | 'over-current';
    readonly times: number;
    readonly onHub: boolean;
  };
  /** After another cable or port: what the link carried before and carries now. */
  readonly 'link.compared': {
    readonly bytesPerSecondBefore: number;
    readonly bytesPerSecond: number;
    readonly megabitsPerSecondBefore?: number;
    readonly megabitsPerSecond?: number;
    /** It hangs in the very place where it hung before. */
    readonly samePlace?: boolean;
  };
  /** The attempt ended with an error of ours; `code` is its stable code. */
  readonly 'attempt.failed': {
    readonly code: string;
    readonly phase: string;
    readonly bytes: number;
    /** The phone's own figure when it ended. */
    readonly percent?: number;
    /** MBErrorDomain, where the phone gave one. */
    readonly errorCode?: number;
    /** The system's code, where a call of ours failed (`ENOSPC`, `EFBIG` …). */
    readonly errno?: string;
    /** What the phone wanted free and what is, where space was the matter. */
    readonly wantedBytes?: number;
    readonly freeBytes?: number;
  };
  /** Several attempts stopped at the same place; made by the diagnosis out of `attempt.failed`. */
  readonly 'attempt.repeated': { readonly percent: number; readonly times: number };
  // What happens in the conversation with the backup daemon.
  /** The phone shows a question and nobody answered yet; `secondsLeft` until it gives up. */
  readonly 'prompt.waits': {
    readonly what: 'passcode' | 'trust' | 'unlock';
    readonly seconds: number;
    readonly secondsLeft?: number;
  };
  /** The passcode prompt was shown and the phone gave up on it; made out of the two. */
  readonly 'prompt.expired': { readonly times: number };
  readonly 'prompt.answered': { readonly what: 'passcode' | 'trust' | 'unlock' };
  /** The owner stopped the backup on the phone's screen. */
  readonly 'phone.cancelled': { readonly times: number };
  /** A file the phone offered and could not read; `app` is its bundle id where the domain tells. */
  readonly 'file.unreadable': {
    readonly domain: string;
    readonly path: string;
    readonly app?: string;
    readonly reason: string;
    /** Left out on healthy phones too. */
    readonly harmless: boolean;
  };
  /** The phone asked this computer to make room. */
  readonly 'space.wanted': { readonly wantedBytes: number; readonly freeBytes: number };
  /** The daemon's connection ended without a word while the phone stayed on the bus and lockdownd answers. */
  readonly 'daemon.gone': { readonly phase: string };
  /** What the phone wants to send is more than it can hold; made by the diagnosis out of the phone's figures. */
  readonly 'size.absurd': { readonly uploadBytes: number; readonly capacityBytes: number };
  /** The phone's sync lock was refused for so long. */
  readonly 'sync-lock.held': { readonly seconds: number };
  // What the watch saw.
  /** `afterData`: it was sending before. `log`: whether the daemon's log could be read meanwhile. */
  readonly 'watch.stuck': {
    readonly phase: string;
    readonly silentSeconds: number;
    readonly afterData: boolean;
    readonly log: 'silent' | 'unread';
  };
  /** Only weak signs of life, and which. */
  readonly 'watch.quiet': { readonly phase: string; readonly seconds: number; readonly sign: string };
  readonly 'watch.percent-odd': {
    readonly pattern: 'backwards' | 'repeating' | 'no-end';
    readonly percent: number;
    readonly times: number;
  };
  readonly 'watch.rate-fell': {
    readonly bytesPerSecond: number;
    readonly beforeBytesPerSecond: number;
  };
  // What the phone's own log said, classified; `process` is a daemon's name.
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
  // What the phone shows on other connections.
  /** It answered a question on a second connection, while the backup was silent. */
  readonly 'phone.answers': { readonly milliseconds: number };
  /** It did not; `layer` is the first that kept silent. */
  readonly 'phone.mute': { readonly layer: 'usbmux' | 'lockdown'; readonly seconds: number };
  readonly 'phone.lock': { readonly locked: boolean };
  /** Low Power Mode was switched; which way is not told. */
  readonly 'phone.low-power-changed': { readonly times: number };
  /** It is locked and was never unlocked since it was switched on. */
  readonly 'phone.before-first-unlock': { readonly seconds: number };
  /** It went away and came back with a fresh start. */
  readonly 'phone.restarted': { readonly secondsAway: number };
  readonly 'phone.updating': { readonly state: string };
  /** On the bus, and nothing in it listens: it starts, or is at work on itself. */
  readonly 'phone.starting': { readonly seconds: number };
  /** It takes power here and shows no data. */
  readonly 'link.power-only': { readonly ports: number };
  /** `again`: it had left that mode in this run, and is there once more. */
  readonly 'phone.mode': { readonly mode: 'restore' | 'recovery' | 'dfu'; readonly again?: true };
  readonly 'phone.setup-unfinished': { readonly activated: boolean };
  readonly 'phone.supervised': { readonly by: string };
  /** Whether this computer holds a pair record, and whether the phone accepts it. */
  readonly 'pairing.record': { readonly here: boolean; readonly accepted: boolean };
  /** The TLS handshake on the local path broke; `certificate`: whose was shown. */
  readonly 'tls.broken': {
    readonly recordAccepted: boolean;
    readonly certificate: 'phone' | 'other' | 'none';
  };
  readonly 'battery.state': {
    readonly percent?: number;
    readonly charging?: boolean;
    readonly plugged?: boolean;
    readonly celsius?: number;
    readonly healthPercent?: number;
    readonly cycles?: number;
    readonly adapterMilliamps?: number;
  };
  /** A report on the phone about a process that ended badly during the run or shortly before. */
  readonly 'crash.report': {
    readonly process: string;
    readonly what: 'crash' | 'memory-kill' | 'resource-limit' | 'panic';
    readonly reason: string;
    readonly bytes?: number;
    readonly secondsAgo: number;
  };
  // What this computer and the destination show.
  /** A small write took this long to be safe on the destination's disk. */
  readonly 'destination.slow': { readonly milliseconds: number };
  /** The destination stopped answering, with the system's code (`EIO`, `ENODEV` …; `timeout`). */
  readonly 'destination.lost': { readonly code: string };
  readonly 'destination.space': { readonly freeBytes: number };
  /** This program was kept from the processor for so long, though it wanted it. */
  readonly 'computer.busy': { readonly delayMilliseconds: number; readonly load: number };
  /** The clock jumped over this much: the computer was asleep; `reason` where its own log tells. */
  readonly 'computer.slept': {
    readonly seconds: number;
    readonly reason?: 'lid' | 'idle' | 'battery' | 'person';
  };
  /** What this computer runs on. */
  readonly 'computer.power': {
    readonly onMains: boolean;
    readonly percent?: number;
    /** Of idleness; 0 for never. */
    readonly sleepsAfterMinutes?: number;
  };
  readonly 'computer.memory': { readonly availableBytes: number; readonly totalBytes: number };
  /** The program that carries connections to phones; `mend`: the command for it. `idle`: it waits for a phone. */
  readonly 'computer.phone-service': {
    readonly name: string;
    readonly state: 'missing' | 'stopped' | 'disabled' | 'idle' | 'running';
    readonly mend?: string;
    /** Another that serves phones at the same time. */
    readonly rival?: string;
  };
  /** Apple’s part of the driver does not work, with the device manager’s problem code (0: it is not there). */
  readonly 'computer.driver': { readonly problem: number };
  /** The system asks to install software for this phone. */
  readonly 'computer.update-asked': { readonly program: string };
  /** Another program is at a backup of this phone; `lock`: it holds the phone's sync lock. */
  readonly 'computer.other-backup': { readonly program: string; readonly lock: boolean };
  /** A program that is known to matter; `does`: what it does to a backup. */
  readonly 'computer.program': {
    readonly name: string;
    /** `takes`: it may take the phone away from this computer, as a virtual machine does. */
    readonly does: 'syncs' | 'intercepts' | 'starves' | 'takes';
    /** Of the processor. */
    readonly percent?: number;
  };
  /** usbmuxd does not list a phone that is on the bus. */
  readonly 'computer.mux-blind': { readonly phonesOnBus: number };
  /** A write failed with the system's code; `fileBytes`: how large the file had become. */
  readonly 'destination.write-failed': { readonly code: string; readonly fileBytes?: number };
  // What stands in the way before a run begins.
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
  // What the phone says of its iCloud backup, in its log or in its own settings as a local backup holds them.
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
  readonly 'phone.space': { readonly availableBytes: number; readonly capacityBytes: number };
  /** A remedy was tried and what came of it. */
  readonly 'remedy.tried': {
    readonly remedy: string;
    readonly result: RemedyResult;
    /** What the remedy is known to cure: cause id → chance, 0…1. Whether it helped then speaks for or against these. */
    readonly cures?: Readonly<Record<string, number>>;
  };
}

export type EvidenceKind = keyof EvidenceFacts;

/** A typed fact with a source and a time (ISO). Facts hold nothing secret and no personal data. */
export interface EvidenceOf<Kind extends EvidenceKind> {
  readonly kind: Kind;
  readonly source: EvidenceSource;
  readonly at: string;
  readonly facts: EvidenceFacts[Kind];
}

export type Evidence<Kind extends EvidenceKind = EvidenceKind> = {
  readonly [K in Kind]: EvidenceOf<K>;
}[Kind];

/** True for evidence of this kind. */
export function isEvidenceOf<Kind extends EvidenceKind>(
  evidence: Evidence,
  kind: Kind,
): evidence is Evidence & EvidenceOf<Kind> {
  return evidence.kind === kind;
}

/** `no-effect`: done as intended, and the trouble is still there. `not-done`: the person did not do the asked thing. */
export type RemedyResult = 'helped' | 'no-effect' | 'failed' | 'not-done';

/** From harmless to drastic; a remedy of a higher class waits until the milder ones are spent. */
export const riskClasses = [
  'none',
  'interrupts',
  'changes-settings',
  'sets-aside-data',
  'erases',
] as const satisfies readonly string[];
export type RiskClass = (typeof riskClasses)[number];
