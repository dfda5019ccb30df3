import { DatabaseSync } from 'node:sqlite';
import { fileIdOf } from '../../wire/file-id.ts';
import type { KnownFile } from './known-files.ts';

/** A database that names files of the backup. */
export interface NamingDatabase extends KnownFile {
  readonly names: (database: DatabaseSync) => Iterable<KnownFile>;
}

const WHATSAPP = 'AppDomainGroup-group.net.whatsapp.WhatsApp.shared';
const VOICE_MEMOS = 'AppDomainGroup-group.com.apple.VoiceMemos.shared';

/** Where the names of other files stand: photos, attachments, recordings. */
export const NAMING_DATABASES: readonly NamingDatabase[] = [
  { domain: 'CameraRollDomain', path: 'Media/PhotoData/Photos.sqlite', names: photos },
  { domain: 'HomeDomain', path: 'Library/SMS/sms.db', names: attachments },
  { domain: WHATSAPP, path: 'ChatStorage.sqlite', names: whatsappMedia },
  { domain: 'MediaDomain', path: 'Media/Recordings/CloudRecordings.db', names: recordings },
  { domain: VOICE_MEMOS, path: 'Recordings/CloudRecordings.db', names: recordings },
  { domain: 'HomeDomain', path: 'Library/Voicemail/voicemail.db', names: voicemail },
  { domain: 'HomeDomain', path: 'Library/FrontBoard/applicationState.db', names: preferences },
];

/** The files a database names, under the names they have in a backup; what cannot be read of it is passed over. */
export function* namedBy(
  { names }: NamingDatabase,
  path: string,
): Generator<KnownFile & { readonly fileId: string }> {
  try {
    using database = new DatabaseSync(path, { readOnly: true });
    for (const known of names(database)) yield { ...known, fileId: fileIdOf(known.domain, known.path) };
  } catch {
    // A table that is not there, or pages that are damaged: what came before stands.
  }
}

function* photos(database: DatabaseSync): Generator<KnownFile> {
  const domain = 'CameraRollDomain';
  const table = hasTable(database, 'ZASSET') ? 'ZASSET' : 'ZGENERICASSET';
  const sql = `SELECT ZDIRECTORY AS folder, ZFILENAME AS name FROM ${table} WHERE ZFILENAME IS NOT NULL`;
  for (const { folder, name } of database.prepare(sql).iterate()) {
    const stem = String(name).replace(/\.[^.]*$/, '');
    const at = `Media/${folder}`;
    yield { domain, path: `${at}/${name}` };
    for (const extension of ['MOV', 'AAE', 'DNG']) yield { domain, path: `${at}/${stem}.${extension}` };
    for (const size of ['5003', '5005'])
      yield { domain, path: `Media/PhotoData/Thumbnails/V2/${folder}/${name}/${size}.JPG` };
    for (const edited of [
      'FullSizeRender.jpg',
      'FullSizeRender.heic',
      'FullSizeRender.mov',
      'Adjustments.plist',
    ])
      yield { domain, path: `Media/PhotoData/Mutations/${folder}/${stem}/Adjustments/${edited}` };
  }
}

function* attachments(database: DatabaseSync): Generator<KnownFile> {
  const sql = 'SELECT filename FROM attachment WHERE filename IS NOT NULL';
  for (const { filename } of database.prepare(sql).iterate()) {
    const at = String(filename).indexOf('Library/SMS/');
    if (at >= 0) yield { domain: 'MediaDomain', path: String(filename).slice(at) };
  }
}

function* whatsappMedia(database: DatabaseSync): Generator<KnownFile> {
  const sql = 'SELECT ZMEDIALOCALPATH AS path FROM ZWAMEDIAITEM WHERE ZMEDIALOCALPATH IS NOT NULL';
  for (const { path } of database.prepare(sql).iterate())
    yield { domain: WHATSAPP, path: `Message/${String(path).replace(/^\/+/, '')}` };
}

function* recordings(database: DatabaseSync): Generator<KnownFile> {
  const sql = 'SELECT ZPATH AS path FROM ZCLOUDRECORDING WHERE ZPATH IS NOT NULL';
  for (const { path } of database.prepare(sql).iterate()) {
    const name = String(path).split('/').at(-1);
    yield { domain: 'MediaDomain', path: `Media/Recordings/${name}` };
    yield { domain: VOICE_MEMOS, path: `Recordings/${name}` };
  }
}

function* voicemail(database: DatabaseSync): Generator<KnownFile> {
  for (const { number } of database.prepare('SELECT ROWID AS number FROM voicemail').iterate())
    for (const extension of ['amr', 'transcript'])
      yield { domain: 'HomeDomain', path: `Library/Voicemail/${number}.${extension}` };
}

function* preferences(database: DatabaseSync): Generator<KnownFile> {
  const sql = 'SELECT application_identifier AS app FROM application_identifier_tab';
  for (const { app } of database.prepare(sql).iterate()) {
    yield { domain: `AppDomain-${app}`, path: `Library/Preferences/${app}.plist` };
    yield { domain: 'HomeDomain', path: `Library/Preferences/${app}.plist` };
  }
}

function hasTable(database: DatabaseSync, name: string): boolean {
  return database.prepare('SELECT 1 FROM sqlite_schema WHERE name = ?').get(name) !== undefined;
}
