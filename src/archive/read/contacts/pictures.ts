import type { AppDatabase } from '../database/app-database.ts';

export const PICTURES = {
  domain: 'HomeDomain',
  path: 'Library/AddressBook/AddressBookImages.sqlitedb',
} as const;

/** The full picture before the small one; a card may have several small ones. */
const TABLES = ['ABFullSizeImage', 'ABThumbnailImage', 'ABImage'] as const;
/** Larger is no contact's picture. */
const MAX_PICTURE_BYTES = 8 * 1024 * 1024;

/** The picture of a card, a JPEG (rarely a PNG). */
export function pictureOf(database: AppDatabase, contact: number): Uint8Array | undefined {
  for (const table of TABLES) {
    if (!database.has(table, 'record_id', 'data')) continue;
    const picture = database
      .row(
        `SELECT data AS data FROM ${table} WHERE record_id = ? AND length(data) BETWEEN 16 AND ?
         ORDER BY length(data) DESC LIMIT 1`,
        contact,
        MAX_PICTURE_BYTES,
      )
      ?.bytes('data');
    if (picture) return picture;
  }
  return undefined;
}
