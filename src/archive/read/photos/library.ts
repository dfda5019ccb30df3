import type { AppDatabase } from '../database/app-database.ts';
import type { Row } from '../database/row.ts';
import { cocoaDate } from '../database/times.ts';
import { albumsOf } from './albums.ts';
import type { Album, Asset, AssetKey } from './asset.ts';

export const PHOTOS = { domain: 'CameraRollDomain', path: 'Media/PhotoData/Photos.sqlite' } as const;

/** Read at once, with their albums. */
const PAGE = 500;
const VIDEO = 1;
const LIVE_PLAYBACK = 3;
/** Of another's library ("Shared with You", a link): never was a file of this phone. */
const FOREIGN_SCOPES = '1, 3';

const SPECIAL: ReadonlyMap<number, NonNullable<Asset['special']>> = new Map([
  [1, 'panorama'],
  [2, 'live'],
  [10, 'screenshot'],
  [101, 'slow-motion'],
  [102, 'time-lapse'],
  [103, 'screen-recording'],
]);

const ASSET_COLUMNS = [
  'Z_PK',
  'ZUUID',
  'ZDIRECTORY',
  'ZFILENAME',
  'ZDATECREATED',
  'ZTRASHEDDATE',
  'ZTRASHEDSTATE',
  'ZKIND',
  'ZKINDSUBTYPE',
  'ZPLAYBACKSTYLE',
  'ZFAVORITE',
  'ZHIDDEN',
  'ZLATITUDE',
  'ZLONGITUDE',
  'ZHASADJUSTMENTS',
  'ZADJUSTMENTSSTATE',
  'ZAVALANCHEUUID',
  'ZSAVEDASSETTYPE',
] as const;
const MORE_COLUMNS = ['ZORIGINALFILENAME', 'ZTIMEZONEOFFSET', 'ZTITLE'] as const;

export interface PhotoPaging {
  readonly after?: AssetKey | undefined;
  /** All that there are, when not given. */
  readonly limit?: number;
}

/** True for a library that any version of iOS made. A phone upgraded over years may keep an empty table of old. */
export function assetTable(database: AppDatabase): string | undefined {
  return database.firstTable('ZASSET', 'ZGENERICASSET');
}

/** Photos and videos by the time they were taken, read a page at a time. */
export function* assetsOf(database: AppDatabase, { after, limit = -1 }: PhotoPaging = {}): Generator<Asset> {
  const table = assetTable(database);
  if (table === undefined) return;
  let page: Row[] = [];
  for (const row of assetRows(database, table, after, limit)) {
    page.push(row);
    if (page.length < PAGE) continue;
    yield* readPage(database, page);
    page = [];
  }
  yield* readPage(database, page);
}

export function countAssets(database: AppDatabase): number {
  const table = assetTable(database);
  if (table === undefined) return 0;
  return database.row(`SELECT count(*) AS n FROM ${table} a WHERE ${own(database, table)}`)?.number('n') ?? 0;
}

/** Where every photo and video stands, by the time it was taken: what to turn pages by. */
export function* assetKeys(database: AppDatabase): Generator<AssetKey> {
  const table = assetTable(database);
  if (table === undefined) return;
  const rows = database.rows(
    `SELECT coalesce(a.ZDATECREATED, 0) AS date, a.Z_PK AS row FROM ${table} a WHERE ${own(database, table)}
     ORDER BY coalesce(a.ZDATECREATED, 0), a.Z_PK`,
  );
  for (const row of rows) yield { date: row.number('date') ?? 0, row: row.number('row') ?? 0 };
}

function assetRows(
  database: AppDatabase,
  table: string,
  after: AssetKey | undefined,
  limit: number,
): Generator<Row> {
  const more = database.has('ZADDITIONALASSETATTRIBUTES', 'ZASSET')
    ? 'ZADDITIONALASSETATTRIBUTES'
    : undefined;
  return database.rows(
    `SELECT ${database.select(table, 'a', ASSET_COLUMNS)}, ${inCloud(database)} AS onlyInCloud,
       ${database.select(more ?? '', 'm', MORE_COLUMNS)}
     FROM ${table} a ${more === undefined ? '' : `LEFT JOIN ${more} m ON m.ZASSET = a.Z_PK`}
     WHERE ${own(database, table)} AND (coalesce(a.ZDATECREATED, 0), a.Z_PK) > (?, ?)
     ORDER BY coalesce(a.ZDATECREATED, 0), a.Z_PK LIMIT ?`,
    after?.date ?? -1e300,
    after?.row ?? -1,
    limit,
  );
}

function own(database: AppDatabase, table: string): string {
  return database.has(table, 'ZBUNDLESCOPE') ? `coalesce(a.ZBUNDLESCOPE, 0) NOT IN (${FOREIGN_SCOPES})` : '1';
}

/** Resource 1 is the original: -1 is "not here", and 1 "in iCloud". */
function inCloud(database: AppDatabase): string {
  const columns = ['ZASSET', 'ZDATASTORESUBTYPE', 'ZLOCALAVAILABILITY', 'ZREMOTEAVAILABILITY'] as const;
  if (!database.has('ZINTERNALRESOURCE', ...columns)) return '0';
  return `EXISTS (SELECT 1 FROM ZINTERNALRESOURCE r WHERE r.ZASSET = a.Z_PK AND r.ZDATASTORESUBTYPE = 1
    AND r.ZLOCALAVAILABILITY = -1 AND r.ZREMOTEAVAILABILITY = 1)`;
}

function* readPage(database: AppDatabase, rows: readonly Row[]): Generator<Asset> {
  const albums = albumsOf(
    database,
    rows.map((row) => row.number('Z_PK') ?? 0),
  );
  for (const row of rows) yield assetOf(row, albums.get(row.number('Z_PK') ?? 0) ?? []);
}

function assetOf(row: Row, albums: readonly Album[]): Asset {
  const filename = row.text('ZFILENAME') ?? '';
  const [latitude, longitude] = [row.number('ZLATITUDE'), row.number('ZLONGITUDE')];
  const placed =
    latitude !== undefined &&
    longitude !== undefined &&
    Math.abs(latitude) <= 90 &&
    (latitude !== 0 || longitude !== 0);
  const live = row.number('ZPLAYBACKSTYLE') === LIVE_PLAYBACK ? 'live' : undefined;
  return {
    key: { date: row.number('ZDATECREATED') ?? 0, row: row.number('Z_PK') ?? 0 },
    uuid: row.text('ZUUID') ?? '',
    kind: row.number('ZKIND') === VIDEO ? 'video' : 'photo',
    path: ['Media', row.text('ZDIRECTORY'), filename].filter(Boolean).join('/'),
    originalName: row.text('ZORIGINALFILENAME') ?? filename,
    createdAt: cocoaDate(row.number('ZDATECREATED')),
    zoneOffset: row.number('ZTIMEZONEOFFSET'),
    location: placed ? { latitude, longitude } : undefined,
    special: SPECIAL.get(row.number('ZKINDSUBTYPE') ?? 0) ?? live,
    favorite: row.flag('ZFAVORITE'),
    hidden: row.flag('ZHIDDEN'),
    deletedAt: cocoaDate(row.number('ZTRASHEDDATE')),
    isDeleted: row.flag('ZTRASHEDSTATE'),
    isEdited: row.flag('ZHASADJUSTMENTS') || row.flag('ZADJUSTMENTSSTATE'),
    burst: row.text('ZAVALANCHEUUID'),
    albums,
    onlyInCloud: row.flag('onlyInCloud'),
    caption: row.text('ZTITLE'),
  };
}
