import type { Clock } from '../kit/clock.ts';
import type { Shelf } from './backups/shelf.ts';
import type { OpenedBackups } from './browse/opened-backups.ts';
import type { Pairings } from './phones/pairings.ts';
import type { PhonePlaces, VirtualIphones } from './phones/phone-places.ts';
import type { PhoneWatch } from './phones/phone-watch.ts';
import type { PastRuns } from './runs/past-runs.ts';
import type { Runs } from './runs/runs.ts';

/** Everything a route may need. */
export interface Desk {
  readonly clock: Clock;
  /** Ends with the server. */
  readonly life: AbortSignal;
  readonly places: PhonePlaces;
  readonly watch: PhoneWatch;
  readonly pairings: Pairings;
  readonly runs: Runs;
  readonly past: PastRuns;
  readonly shelf: Shelf;
  readonly opened: OpenedBackups;
  readonly virtual: VirtualIphones | undefined;
  /** Where backups of virtual iPhones go. */
  readonly virtualFolder: string;
  /** The destination the server was started with, which the settings do not keep. */
  readonly givenDestination: string | undefined;
}
