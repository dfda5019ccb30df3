import type { AppDatabase } from '../database/app-database.ts';
import { quoted } from '../database/app-database.ts';
import type { Album } from './asset.ts';

/** Albums a person made, and shared ones; the rest (import sessions, projects, progress) mean nothing to anybody. */
const OWN = 2;
const SHARED = 1505;

/** The albums of assets, by the assets' rows. */
export function albumsOf(database: AppDatabase, assets: readonly number[]): Map<number, Album[]> {
  const byAsset = new Map<number, Album[]>();
  const join = joinTable(database);
  if (!join || !database.has('ZGENERICALBUM', 'ZTITLE', 'ZKIND')) return byAsset;
  const trashed = database.has('ZGENERICALBUM', 'ZTRASHEDSTATE')
    ? 'AND coalesce(g.ZTRASHEDSTATE, 0) = 0'
    : '';
  const rows = database.rows(
    `SELECT j.${join.assets} AS asset, g.ZTITLE AS title, g.ZKIND AS kind FROM ${join.table} j
     JOIN ZGENERICALBUM g ON g.Z_PK = j.${join.albums}
     WHERE j.${join.assets} IN (SELECT value FROM json_each(?)) AND g.ZKIND IN (${OWN}, ${SHARED}) ${trashed}
     ORDER BY g.Z_PK`,
    JSON.stringify(assets),
  );
  for (const row of rows) {
    const asset = row.number('asset') ?? 0;
    const album = { title: row.text('title') ?? 'Untitled', shared: row.number('kind') === SHARED };
    byAsset.set(asset, [...(byAsset.get(asset) ?? []), album]);
  }
  return byAsset;
}

/** Its name and columns carry numbers that differ with every version: `Z_28ASSETS(Z_28ALBUMS, Z_3ASSETS)`. */
function joinTable(database: AppDatabase): { table: string; albums: string; assets: string } | undefined {
  for (const table of database.tables(/^z_\d+assets$/)) {
    const columns = [...database.columns(table)];
    const albums = columns.find((column) => /^z_\d+albums$/.test(column));
    const assets = columns.find((column) => /^z_\d+assets$/.test(column));
    if (albums && assets) return { table: quoted(table), albums: quoted(albums), assets: quoted(assets) };
  }
  return undefined;
}
