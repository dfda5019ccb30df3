import type { AppDatabase } from '../database/app-database.ts';

/** A bookmark, with the folders it is in from the top. */
export interface Bookmark {
  readonly title: string;
  readonly url: string;
  readonly folders: readonly string[];
  readonly readingList: boolean;
}

const FOLDER = 1;
const MAX_DEPTH = 32;
const READING_LIST = 'com.apple.ReadingList';
/** What the phone calls its own folders, and what a person knows them by. */
const OWN_FOLDERS: ReadonlyMap<string, string> = new Map([
  [READING_LIST, 'Reading List'],
  ['BookmarksBar', 'Favorites'],
  ['BookmarksMenu', 'Bookmarks Menu'],
]);

/**
 * Bookmarks and the Reading List, folder by folder in their order. `SafariTabs.db` keeps open tabs and tab groups in
 * the same way.
 */
export function* bookmarksOf(database: AppDatabase): Generator<Bookmark> {
  if (!database.has('bookmarks', 'id', 'parent', 'type', 'url')) return;
  const roots = database.rows(
    `SELECT b.id AS id FROM bookmarks b WHERE b.type = ${FOLDER}
     AND NOT EXISTS (SELECT 1 FROM bookmarks p WHERE p.id = b.parent AND p.id <> b.id) ORDER BY b.id`,
  );
  for (const root of roots) yield* childrenOf(database, root.number('id') ?? 0, []);
}

function* childrenOf(database: AppDatabase, parent: number, path: readonly string[]): Generator<Bookmark> {
  if (path.length > MAX_DEPTH) return;
  const present = database.has('bookmarks', 'deleted') ? 'AND coalesce(b.deleted, 0) = 0' : '';
  const order = database.has('bookmarks', 'order_index') ? 'b.order_index, b.id' : 'b.id';
  const columns = database.select('bookmarks', 'b', ['id', 'type', 'title', 'url']);
  const rows = database.rows(
    `SELECT ${columns} FROM bookmarks b WHERE b.parent = ? AND b.id <> b.parent ${present} ORDER BY ${order}`,
    parent,
  );
  for (const row of rows) {
    const title = row.text('title');
    const url = row.text('url');
    if (row.number('type') === FOLDER) {
      yield* childrenOf(database, row.number('id') ?? 0, [...path, title ?? 'Untitled']);
    } else if (url !== undefined) {
      const folders = path.map((each) => OWN_FOLDERS.get(each) ?? each);
      yield { title: title ?? url, url, folders, readingList: path.includes(READING_LIST) };
    }
  }
}
