import type { BackupSummary, SkippedFile } from '../kit/run-event.ts';

/** What a run knows so far, for its last event whatever that turns out to be. */
export interface Tally {
  backup: BackupSummary | null;
  skipped: readonly SkippedFile[];
  previous: 'intact' | 'none';
}
