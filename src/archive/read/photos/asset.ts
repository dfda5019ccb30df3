/** Where a photo or video stands in the library: pages continue after it. */
export interface AssetKey {
  /** Seconds since 2001, as stored. */
  readonly date: number;
  readonly row: number;
}

/** A photo or video of the library. Whether its file is in the backup is another question. */
export interface Asset {
  readonly key: AssetKey;
  readonly uuid: string;
  readonly kind: 'photo' | 'video';
  /** In CameraRollDomain. */
  readonly path: string;
  /** Before it was imported, and what a person knows it by. */
  readonly originalName: string;
  readonly createdAt: Date | undefined;
  /** Seconds from UTC where it was taken, if known. */
  readonly zoneOffset: number | undefined;
  readonly location: { readonly latitude: number; readonly longitude: number } | undefined;
  readonly special:
    | 'panorama'
    | 'live'
    | 'screenshot'
    | 'slow-motion'
    | 'time-lapse'
    | 'screen-recording'
    | undefined;
  readonly favorite: boolean;
  readonly hidden: boolean;
  readonly deletedAt: Date | undefined;
  readonly isDeleted: boolean;
  readonly isEdited: boolean;
  /** All pictures of a burst have the same. */
  readonly burst: string | undefined;
  readonly albums: readonly Album[];
  /** The library says that the original is in iCloud and not on the phone. */
  readonly onlyInCloud: boolean;
  readonly caption: string | undefined;
}

export interface Album {
  readonly title: string;
  /** Of other people, too: its pictures are reduced copies. */
  readonly shared: boolean;
}
