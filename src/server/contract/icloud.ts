import type { Problem } from './problem.ts';

/** GET /api/icloud/:udid */
export interface IcloudAnswer {
  /** What the phone says; null with the reason when it could not be asked. */
  readonly phone: {
    readonly name: string;
    readonly productType: string | null;
    readonly iosVersion: string | null;
    readonly backupOn: boolean | null;
    readonly lastBackup: string | null;
    readonly running: boolean | null;
  } | null;
  readonly problem: Problem | null;
  /** Lines that are worth knowing, each with where it comes from. */
  readonly facts: readonly { readonly sentence: string; readonly source: string; readonly at: string }[];
  /** Apple's own word; null when it was not asked: asking leaves this machine, and is done only by POST …/status. */
  readonly apple: AppleStatus | null;
  /** Most useful first. */
  readonly advice: readonly { readonly id: string; readonly sentence: string; readonly next: string }[];
}

export interface AppleStatus {
  readonly at: string;
  readonly services: readonly {
    readonly service: string;
    readonly state: 'fine' | 'maintenance' | 'slow' | 'issue' | 'outage' | 'unlisted';
    readonly message: string | null;
    readonly since: string | null;
  }[];
}
