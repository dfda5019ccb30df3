import type { BackupEntry, OpenBackup } from '../../open-backup.ts';
import type { AppDatabase } from '../database/app-database.ts';
import type { Row } from '../database/row.ts';
import { NOTES, OBJECTS } from './note-store.ts';

/** Something that stands in a note: a picture, a file, a link, a tag. */
export interface NoteObject {
  readonly name: string;
  /** What it says, of tags, mentions and links. */
  readonly text: string | undefined;
  readonly url: string | undefined;
  readonly entry: BackupEntry | undefined;
}

const COLUMNS = [
  'Z_PK',
  'ZIDENTIFIER',
  'ZTYPEUTI',
  'ZMEDIA',
  'ZTITLE',
  'ZURLSTRING',
  'ZALTTEXT',
  'ZFALLBACKIMAGEGENERATION',
  'ZFALLBACKPDFGENERATION',
] as const;

/** Looks an object up by the identifier that its place in the text names. */
export function objectOf(
  backup: OpenBackup,
  database: AppDatabase,
  identifier: string,
): NoteObject | undefined {
  const columns = database.select(OBJECTS, 'o', COLUMNS);
  const row = database.row(`SELECT ${columns} FROM ${OBJECTS} o WHERE o.ZIDENTIFIER = ? LIMIT 1`, identifier);
  if (!row) return undefined;
  const media = mediaOf(database, row.number('ZMEDIA'));
  const candidates = [...(media ? mediaPaths(media) : []), ...fallbackPaths(row, identifier)];
  return {
    name: media?.text('ZFILENAME') ?? row.text('ZTITLE') ?? 'Attachment',
    text: row.text('ZALTTEXT'),
    url: row.text('ZURLSTRING'),
    entry: firstOf(backup, candidates, accountsOf(database)),
  };
}

function mediaOf(database: AppDatabase, media: number | undefined): Row | undefined {
  if (media === undefined) return undefined;
  const columns = database.select(OBJECTS, 'm', ['ZFILENAME', 'ZIDENTIFIER', 'ZGENERATION', 'ZGENERATION1']);
  return database.row(`SELECT ${columns} FROM ${OBJECTS} m WHERE m.Z_PK = ?`, media);
}

/** Since iOS 17 a generation stands between. */
function mediaPaths(media: Row): string[] {
  const [file, id] = [media.text('ZFILENAME'), media.text('ZIDENTIFIER')];
  if (file === undefined || id === undefined) return [];
  const generations = [media.text('ZGENERATION1'), media.text('ZGENERATION')].filter(
    (each) => each !== undefined,
  );
  return [...generations.map((generation) => `Media/${id}/${generation}/${file}`), `Media/${id}/${file}`];
}

/** Drawings and scans leave a picture of themselves. */
function fallbackPaths(row: Row, identifier: string): string[] {
  const pdf = row.text('ZFALLBACKPDFGENERATION');
  const image = row.text('ZFALLBACKIMAGEGENERATION');
  const endings = ['jpeg', 'png', 'jpg', 'heic'] as const;
  return [
    ...(pdf === undefined ? [] : [`FallbackPDFs/${identifier}/${pdf}/FallbackPDF.pdf`]),
    `FallbackPDFs/${identifier}.pdf`,
    ...(image === undefined
      ? []
      : endings.map((end) => `FallbackImages/${identifier}/${image}/FallbackImage.${end}`)),
    ...endings.map((end) => `FallbackImages/${identifier}.${end}`),
  ];
}

function accountsOf(database: AppDatabase): string[] {
  if (!database.has(OBJECTS, 'ZIDENTIFIER', 'ZACCOUNTTYPE')) return accountsByName(database);
  const rows = database.rows(
    `SELECT ZIDENTIFIER AS id FROM ${OBJECTS} WHERE ZACCOUNTTYPE IS NOT NULL LIMIT 50`,
  );
  return [...rows].map((row) => row.text('id')).filter((id) => id !== undefined);
}

/** An account is what has a name and is no media. */
function accountsByName(database: AppDatabase): string[] {
  if (!database.has(OBJECTS, 'ZIDENTIFIER', 'ZNAME')) return [];
  const rows = database.rows(`SELECT ZIDENTIFIER AS id FROM ${OBJECTS} WHERE ZNAME IS NOT NULL LIMIT 50`);
  return [...rows].map((row) => row.text('id')).filter((id) => id !== undefined);
}

function firstOf(
  backup: OpenBackup,
  paths: readonly string[],
  accounts: readonly string[],
): BackupEntry | undefined {
  for (const path of paths) {
    for (const root of [...accounts.map((account) => `Accounts/${account}/`), '']) {
      const entry = backup.find(NOTES.domain, `${root}${path}`);
      if (entry?.kind === 'file') return entry;
    }
  }
  return undefined;
}
