/** Where a piece of evidence comes from. */
export type EvidenceSource =
  | 'usbmux'
  | 'lockdown'
  | 'phone'
  | 'phone-log'
  | 'crash-report'
  | 'backup-protocol'
  | 'watch'
  | 'destination'
  | 'computer'
  | 'network'
  | 'person'
  | 'remedy';

/** What each kind of evidence says. A new kind is a new line here; causes name it, senses find it. */
export interface EvidenceFacts {
  /** The phone left the bus; usbmuxd said so. */
  readonly 'link.detached': { readonly deviceId: number };
  /** The phone came back on the bus. */
  readonly 'link.attached': { readonly deviceId: number; readonly secondsAway: number };
  /** The attempt ended with an error of ours; `code` is its stable code. */
  readonly 'attempt.failed': { readonly code: string; readonly phase: string; readonly bytes: number };
  /** A remedy was tried and what came of it. */
  readonly 'remedy.tried': { readonly remedy: string; readonly result: RemedyResult };
}

export type EvidenceKind = keyof EvidenceFacts;

/** A typed fact with a source and a time (ISO). Facts hold nothing secret and no personal data. */
export type Evidence = {
  readonly [Kind in EvidenceKind]: {
    readonly kind: Kind;
    readonly source: EvidenceSource;
    readonly at: string;
    readonly facts: EvidenceFacts[Kind];
  };
}[EvidenceKind];

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
