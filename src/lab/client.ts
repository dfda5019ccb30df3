import type { Outcome } from '../kit/run-event.ts';
import type { Setting } from './setting.ts';

export const clientNames = ['thaw', 'idevicebackup2'] as const;
export type ClientName = (typeof clientNames)[number];

/** `hung`: it had to be killed. `crashed`: it ended without saying how. */
export type LabOutcome = Outcome | 'hung' | 'crashed';

export interface ClientEnd {
  readonly outcome: LabOutcome;
  /** The last words of a program that has no events. */
  readonly words?: string;
}

/** A backup program as the lab uses it: tried on one setting, to its end. */
export type Client = (setting: Setting) => Promise<ClientEnd>;
