import type { CheckEvidence } from './check-evidence.ts';
import type { CloudEvidence } from './cloud-evidence.ts';
import type { ComputerEvidence } from './computer-evidence.ts';
import type { LogEvidence } from './log-evidence.ts';
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

/** What each kind of evidence says. A new kind is a new line here or in one of those it extends; causes name it, senses find it. */
export interface EvidenceFacts
  extends CheckEvidence,
    CloudEvidence,
    ComputerEvidence,
    LogEvidence,
    NetworkEvidence {
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
  /** It went from the screen: answered, dismissed, or given up on. */
  readonly 'prompt.gone': { readonly what: 'passcode' | 'trust' };
  /** The phone went on after it. */
  readonly 'prompt.answered': { readonly what: 'passcode' | 'trust' | 'unlock' };
  /** The passcode prompt was shown, and then the phone refused as locked; made by the diagnosis out of the two. */
  readonly 'prompt.expired': { readonly times: number };
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

/**
 * `helped`: what was seen of the cause is gone. `went-on`: the run got further after it, by whatever that came. `no-effect`:
 * done as intended, and the trouble is still there. `not-done`: the person did not do the asked thing.
 */
export type RemedyResult = 'helped' | 'went-on' | 'no-effect' | 'failed' | 'not-done';

/** From harmless to drastic; a remedy of a higher class waits until the milder ones are spent. */
export const riskClasses = [
  'none',
  'interrupts',
  'changes-settings',
  'sets-aside-data',
  'erases',
] as const satisfies readonly string[];
export type RiskClass = (typeof riskClasses)[number];
