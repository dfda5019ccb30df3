import type { CheckFinding } from './events.ts';

/** GET /api/system: for "no phone: what to do on this computer". */
export interface SystemAnswer {
  readonly platform: 'linux' | 'macos' | 'windows' | 'other';
  readonly version: string;
  readonly thaw: string;
  /** The program that serves iPhones here answers. */
  readonly usbmuxd: boolean;
  readonly virtual: boolean;
  readonly computerProblems: readonly CheckFinding[];
}
