/** Names that are the same on everybody's computer and phone. */
const COMMON: ReadonlySet<string> = new Set([
  // roots and separators of paths
  ...[
    '',
    '.',
    '..',
    '/',
    '\\',
    'home',
    'root',
    'users',
    'user',
    'volumes',
    'media',
    'mnt',
    'run',
    'tmp',
    'var',
    'srv',
  ],
  // where backups lie
  ...[
    '.thaw',
    'iphone',
    'ipad',
    'backup',
    'backups',
    'disk',
    'usb',
    'nas',
    'library',
    'application support',
    'mobilesync',
  ],
  ...['apple', 'apple computer', 'appdata', 'roaming', 'local', 'localhost'],
  // in a backup and in the vault
  ...[
    'info.plist',
    'status.plist',
    'manifest.plist',
    'manifest.db',
    'snapshot',
    'overlay',
    'files',
    'generations',
  ],
  ...['aside', 'committing', 'lock'],
  // on the phone
  ...[
    'mobile',
    'private',
    'containers',
    'application',
    'shared',
    'appgroup',
    'data',
    'documents',
    'dcim',
    'photodata',
  ],
  ...[
    'preferences',
    'caches',
    'sms',
    'attachments',
    'mail',
    'safari',
    'notes',
    'health',
    'voicemail',
    'fileprovider',
  ],
  ...['backup_manifest.db', 'com.apple.fileprovider'],
]);

/** A drive's letter, a folder of the camera roll, a file as the phone names it, a folder of a backup. */
const PATTERNS = /^(?:[A-Za-z]:|\d{3}(?:APPLE|CLOUD|_{2,})|IMG_\d{4}\.[A-Za-z]{2,4}|[0-9a-f]{2})$/;

/** True for a part of a path that is no clue to anybody. */
export function isTellingNothing(segment: string): boolean {
  return COMMON.has(segment.toLowerCase()) || PATTERNS.test(segment);
}
