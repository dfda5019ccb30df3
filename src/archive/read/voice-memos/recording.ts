import type { OpenBackup } from '../../open-backup.ts';
import { AppDatabase } from '../database/app-database.ts';
import type { Row } from '../database/row.ts';
import { cocoaDate } from '../database/times.ts';

/** A recording as its list names it. */
export interface Recording {
  /** As the phone shows it. */
  readonly title: string;
  readonly at: Date | undefined;
  readonly seconds: number;
  /** The name of its file; undefined when it is only in iCloud. */
  readonly file: string | undefined;
  readonly folder: string | undefined;
  readonly isDeleted: boolean;
}

/** Where recordings lie: the second since about iOS 17; older ones may linger in the first. */
export const RECORDINGS = [
  { domain: 'AppDomainGroup-group.com.apple.VoiceMemos.shared', folder: 'Recordings' },
  { domain: 'MediaDomain', folder: 'Media/Recordings' },
] as const;
const LISTS = ['CloudRecordings.db', 'Recordings.db'] as const;

/** All lists there are, the newest first: a file is named by the first that knows it. */
export async function recordingsOf(backup: OpenBackup, signal: AbortSignal): Promise<Recording[]> {
  const recordings: Recording[] = [];
  const known = new Set<string>();
  for (const { domain, folder } of RECORDINGS) {
    for (const list of LISTS) {
      await using opened = await backup.openDatabase(domain, `${folder}/${list}`, signal);
      if (!opened) continue;
      for (const recording of readList(new AppDatabase(opened.database))) {
        const key = recording.file ?? `${recording.title} ${recording.at?.getTime()}`;
        if (!known.has(key)) recordings.push(recording);
        known.add(key);
      }
    }
  }
  return recordings;
}

function* readList(database: AppDatabase): Generator<Recording> {
  const table = database.firstTable('ZCLOUDRECORDING', 'ZRECORDING');
  if (table === undefined) return;
  const folder =
    database.has(table, 'ZFOLDER') && database.has('ZFOLDER', 'ZENCRYPTEDNAME')
      ? '(SELECT f.ZENCRYPTEDNAME FROM ZFOLDER f WHERE f.Z_PK = r.ZFOLDER)'
      : 'NULL';
  const columns = database.select(table, 'r', [
    'ZDATE',
    'ZDURATION',
    'ZPATH',
    'ZENCRYPTEDTITLE',
    'ZCUSTOMLABEL',
    'ZEVICTIONDATE',
  ]);
  for (const row of database.rows(
    `SELECT ${columns}, ${folder} AS folder FROM ${table} r ORDER BY r.ZDATE`,
  )) {
    yield recordingOf(row);
  }
}

function recordingOf(row: Row): Recording {
  const path = row.text('ZPATH');
  return {
    title: titleOf(row),
    at: cocoaDate(row.number('ZDATE')),
    seconds: row.number('ZDURATION') ?? 0,
    file: path?.slice(path.lastIndexOf('/') + 1),
    folder: row.text('folder'),
    isDeleted: row.number('ZEVICTIONDATE') !== undefined,
  };
}

/** The first is plain text in spite of its name; the second may be nothing but a time. */
function titleOf(row: Row): string {
  const label = row.text('ZCUSTOMLABEL');
  const isTime = label !== undefined && /^\d{4}-\d\d-\d\dT/.test(label);
  return row.text('ZENCRYPTEDTITLE') ?? (isTime ? undefined : label) ?? 'Recording';
}
