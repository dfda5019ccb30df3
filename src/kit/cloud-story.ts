/** What is known of a phone's iCloud backups. */
export interface CloudStory {
  /** `old`: nothing failed, and yet none was made for long. `unknown`: the settings do not say. */
  readonly standing: 'fine' | 'old' | 'failing' | 'never' | 'off' | 'unknown';
  /** Before the local backup was made. */
  readonly lastBackupDaysAgo?: number;
  /** Since the last good one. */
  readonly failures: number;
  /** It goes on when the phone is unlocked the next time. */
  readonly waitsForUnlock: boolean;
  /** What the next one would hold. */
  readonly nextBytes?: number;
  readonly largest?: { readonly domain: string; readonly bytes: number };
  /** The newest error since the last good one. */
  readonly fault?: { readonly domain: string; readonly code: number };
}
