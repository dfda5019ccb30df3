import type { CloudStory } from './cloud-story.ts';
import type { Grounds } from './grounds.ts';
import type { NamedCause } from './run-event.ts';

/** What a scheduled iCloud backup needs and does not have. */
export type Missing = 'power' | 'wifi' | 'lock';

/** A step of an iCloud backup, as the phone's log names it. */
export type CloudStage =
  | 'Setup'
  | 'RefreshCache'
  | 'SynchronizeFileLists'
  | 'CreateVolumeSnapshots'
  | 'FindChanges'
  | 'ReserveQuota'
  | 'PrepareToUploadFiles'
  | 'UploadFiles'
  | 'UploadDomainRecords'
  | 'Commit';

/** One thing a watch has to say, before it is put into the words of a language. */
export type WatchSaying =
  | {
      readonly code:
        | 'listening'
        | 'at-work'
        | 'room-granted'
        | 'conditions-met'
        | 'failed-unknown'
        | 'off-cable'
        | 'on-cable'
        | 'not-seen'
        | 'is-finished'
        | 'other-hidden';
    }
  | { readonly code: 'state'; readonly on: boolean; readonly lastSecondsAgo: number | undefined }
  | { readonly code: 'begins'; readonly resumed: boolean }
  | { readonly code: 'stage'; readonly stage: CloudStage }
  | { readonly code: 'under-way'; readonly stage: CloudStage | undefined; readonly percent: number }
  | { readonly code: 'quiet' | 'stuck' | 'other-quiet' | 'other-waits'; readonly grounds: Grounds }
  | { readonly code: 'slow' | 'other-moving'; readonly bytesPerSecond: number }
  | { readonly code: 'loses'; readonly what: 'power' | 'wifi'; readonly seconds: number }
  | { readonly code: 'misses'; readonly missing: readonly Missing[] }
  /** `seconds`: after it was first seen. */
  | { readonly code: 'finished'; readonly seconds: number | undefined }
  | {
      readonly code: 'other' | 'other-finished' | 'other-ended';
      /** Null where nobody knows which. */
      readonly program: string | null;
    }
  | { readonly code: 'cause'; readonly cause: NamedCause }
  | { readonly code: 'verdict'; readonly story: CloudStory; readonly cause: NamedCause | null }
  /** At the end: for how long, and what was seen. */
  | { readonly code: 'summary'; readonly seconds: number; readonly seen: WatchSaying };
