import type { PlistLiteral } from '../../wire/plist/value.ts';

/** What a sync program wants to know; it goes into a backup's Info.plist as "iTunes Settings". */
export function itunesDomain(): PlistLiteral {
  return {
    AudioCodecs: { AAC: { AppleLosslessSupported: true, MaximumSampleRate: 48_000 } },
    BatteryPollInterval: 60,
    ChapterImageSpecs: {},
    ConnectedBus: 'USB',
    DBVersion: 5,
    DeletedApplications: [],
    FamilyID: 10_021,
    LibraryApplications: [],
    OEMID: 0,
    PhotoVideosSupported: true,
    RentalClockBias: 0,
    SupportsAntiPhorm: true,
    iTunesStoreCapable: true,
  };
}
