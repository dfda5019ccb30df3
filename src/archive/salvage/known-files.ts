import { fileIdOf } from '../../wire/file-id.ts';

/** A file that phones have at this place, so that its name in a backup is known beforehand. */
export interface KnownFile {
  readonly domain: string;
  readonly path: string;
}

const WHATSAPP = 'AppDomainGroup-group.net.whatsapp.WhatsApp.shared';
const WHATSAPP_BUSINESS = 'AppDomainGroup-group.net.whatsapp.WhatsAppSMB.shared';
const VOICE_MEMOS = 'AppDomainGroup-group.com.apple.VoiceMemos.shared';
const REMINDERS = 'AppDomainGroup-group.com.apple.reminders';
const SAFARI = 'AppDomain-com.apple.mobilesafari';

/** By domain; databases may have a log beside them, which is known as well. */
const PATHS: Readonly<Record<string, readonly string[]>> = {
  HomeDomain: [
    'Library/SMS/sms.db',
    'Library/AddressBook/AddressBook.sqlitedb',
    'Library/AddressBook/AddressBookImages.sqlitedb',
    'Library/CallHistoryDB/CallHistory.storedata',
    'Library/CallHistoryDB/CallHistoryTemp.storedata',
    'Library/Voicemail/voicemail.db',
    'Library/Calendar/Calendar.sqlitedb',
    'Library/Calendar/Extras.db',
    'Library/Reminders/Container_v1/Stores/Data-local.sqlite',
    'Library/Notes/notes.sqlite',
    'Library/Safari/History.db',
    'Library/Safari/Bookmarks.db',
    'Library/Safari/BrowserState.db',
    'Library/Safari/SafariTabs.db',
    'Library/Safari/CloudTabs.db',
    'Library/Recents/Recents',
    'Library/CoreDuet/People/interactionC.db',
    'Library/MessagesMetaData/NickNameCache/nickNameKeyStore.db',
    'Library/Accounts/Accounts3.sqlite',
    'Library/FrontBoard/applicationState.db',
    'Library/SpringBoard/IconState.plist',
    'Library/SpringBoard/LockBackground.cpbitmap',
    'Library/SpringBoard/LockBackgroundThumbnail.jpg',
    'Library/Shortcuts/Shortcuts.sqlite',
    'Library/TCC/TCC.db',
    'Library/Preferences/.GlobalPreferences.plist',
    'Library/Preferences/com.apple.MobileSMS.plist',
    'Library/Preferences/com.apple.camera.plist',
    'Library/Preferences/com.apple.cmfsyncagent.plist',
    'Library/Preferences/com.apple.commcenter.shared.plist',
    'Library/Preferences/com.apple.mobile.ldbackup.plist',
    'Library/Preferences/com.apple.mobiletimer.plist',
    'Library/Preferences/com.apple.springboard.plist',
  ],
  CameraRollDomain: [
    'Media/PhotoData/Photos.sqlite',
    'Media/PhotoData/MISC/DCIM_APPLE.plist',
    'Media/PhotoData/assetUUIDForPath.plist',
  ],
  MediaDomain: ['Media/Recordings/CloudRecordings.db', 'Media/Recordings/Recordings.db'],
  HealthDomain: ['Health/healthdb.sqlite', 'Health/healthdb_secure.sqlite'],
  HomeKitDomain: ['Library/homed/datastore.sqlite'],
  KeyboardDomain: ['Library/Keyboard/user_model_database.sqlite'],
  SystemPreferencesDomain: ['SystemConfiguration/com.apple.wifi.plist'],
  WirelessDomain: [
    'Library/CallHistory/call_history.db',
    'Library/Databases/CellularUsage.db',
    'Library/Databases/DataUsage.sqlite',
    'Library/Preferences/com.apple.commcenter.plist',
  ],
  [SAFARI]: [
    'Library/Safari/History.db',
    'Library/Safari/BrowserState.db',
    'Library/Preferences/com.apple.mobilesafari.plist',
  ],
  [REMINDERS]: ['Container_v1/Stores/Data-local.sqlite'],
  [VOICE_MEMOS]: ['Recordings/CloudRecordings.db'],
  'AppDomainGroup-group.com.apple.notes': ['NoteStore.sqlite'],
  'AppDomain-com.google.chrome.ios': ['Library/Application Support/Google/Chrome/Default/History'],
  'AppDomainGroup-group.org.mozilla.ios.Firefox': ['profile.profile/browser.db'],
  [WHATSAPP]: ['ChatStorage.sqlite', 'ContactsV2.sqlite', 'CallHistory.sqlite', 'LID.sqlite'],
  [WHATSAPP_BUSINESS]: ['ChatStorage.sqlite', 'ContactsV2.sqlite', 'CallHistory.sqlite'],
  'AppDomain-net.whatsapp.WhatsApp': ['Documents/ChatStorage.sqlite'],
};

/** Camera folders and numbers that are tried when no list of photos can be read. */
const CAMERA_FOLDERS = 10;
const CAMERA_NUMBERS = 9999;
const CAMERA_EXTENSIONS = ['HEIC', 'JPG', 'PNG', 'MOV', 'MP4', 'AAE', 'DNG', 'GIF', 'JPEG', 'WEBP'] as const;

/** Files that are nearly always there, under the names they have in a backup. */
export function* wellKnownFiles(): Generator<KnownFile & { readonly fileId: string }> {
  for (const [domain, paths] of Object.entries(PATHS)) {
    for (const base of paths)
      for (const path of [base, `${base}-wal`]) yield { domain, path, fileId: fileIdOf(domain, path) };
  }
}

/** The names the camera gives: a million hashes, less than a second. */
export function* cameraFiles(): Generator<KnownFile & { readonly fileId: string }> {
  const domain = 'CameraRollDomain';
  for (let folder = 100; folder < 100 + CAMERA_FOLDERS; folder += 1) {
    for (let number = 1; number <= CAMERA_NUMBERS; number += 1) {
      const stem = `Media/DCIM/${folder}APPLE/IMG_${String(number).padStart(4, '0')}`;
      for (const extension of CAMERA_EXTENSIONS) {
        const path = `${stem}.${extension}`;
        yield { domain, path, fileId: fileIdOf(domain, path) };
      }
    }
  }
}
