import { createHash } from 'node:crypto';
import type { PlistInput } from '../src/wire/plist/value.ts';

/** A document as it occurs in a backup, in the form it occurs in. */
export interface BenchDocument {
  readonly name: string;
  readonly form: 'binary' | 'XML';
  /** @param uid makes a UID, for which every library has its own class */
  make(uid: (index: number) => PlistInput): PlistInput;
}

export const documents: readonly BenchDocument[] = [
  {
    name: 'DLMessageMoveItems, 128 pairs',
    form: 'binary',
    make: () => [
      'DLMessageMoveItems',
      Object.fromEntries(range(128).map((i) => [`${UDID}/Snapshot/${stored(i)}`, `${UDID}/${stored(i)}`])),
      0,
    ],
  },
  {
    name: 'listing of 50,000 files',
    form: 'binary',
    make: () =>
      Object.fromEntries(
        range(50_000).map((i) => [
          digest(i),
          {
            DLFileType: 'DLFileTypeRegular',
            DLFileSize: i * 77,
            DLFileModificationDate: new Date(1.7e12 + i),
          },
        ]),
      ),
  },
  {
    name: 'MBFile blob',
    form: 'binary',
    make: (uid) => ({
      $version: 100_000,
      $archiver: 'NSKeyedArchiver',
      $top: { root: uid(1) },
      $objects: [
        '$null',
        { ...MB_FILE_NUMBERS, RelativePath: uid(2), Digest: uid(3), EncryptionKey: uid(4), $class: uid(6) },
        'Media/DCIM/100APPLE/IMG_0001.HEIC',
        Buffer.alloc(20, 1),
        { 'NS.data': Buffer.alloc(44, 2), $class: uid(5) },
        { $classname: 'NSMutableData', $classes: ['NSMutableData', 'NSData', 'NSObject'] },
        { $classname: 'MBFile', $classes: ['MBFile', 'NSObject'] },
      ],
    }),
  },
  {
    name: 'Info.plist, 100 apps',
    form: 'XML',
    make: () => ({
      'Device Name': 'iPhone',
      'Last Backup Date': new Date(1.7e12),
      Applications: Object.fromEntries(
        range(100).map((i) => [
          `com.example.app${i}`,
          {
            ApplicationSINF: Buffer.alloc(1200, i),
            PlaceholderIcon: Buffer.alloc(9000, i),
            IsDemotedApp: false,
          },
        ]),
      ),
      'Installed Applications': range(100).map((i) => `com.example.app${i}`),
    }),
  },
];

const UDID = '00008140-000000000000001C';

/** A file over 4 GiB, as a film is. */
const MB_FILE_NUMBERS = {
  LastModified: 1_767_323_045,
  Flags: 0,
  GroupID: 501,
  LastStatusChange: 1_767_323_045,
  Birth: 1_767_323_045,
  Size: 5_000_000_000,
  InodeNumber: 184_673,
  Mode: 0o100644,
  UserID: 501,
  ProtectionClass: 3,
};

function range(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i);
}

function digest(i: number): string {
  return createHash('sha1').update(String(i)).digest('hex');
}

function stored(i: number): string {
  return `${digest(i).slice(0, 2)}/${digest(i)}`;
}
