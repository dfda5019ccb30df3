import { cocoa, insert, type PhoneFolder } from './phone-folder.ts';

/** Bookmarks with folders, a Reading List, one that is a script, and a history. */
export function safari(phone: PhoneFolder): void {
  phone.database('HomeDomain', 'Library/Safari/Bookmarks.db', (database) => {
    database.exec(`CREATE TABLE bookmarks (id INTEGER PRIMARY KEY, special_id INTEGER, parent INTEGER, type INTEGER, title TEXT, url TEXT,
      order_index INTEGER, hidden INTEGER, deleted INTEGER DEFAULT 0)`);
    insert(
      database,
      'bookmarks',
      { id: 0, parent: null, type: 1, title: 'Root' },
      { id: 1, parent: 0, type: 1, title: 'BookmarksBar' },
      { id: 2, parent: 0, type: 1, title: 'com.apple.ReadingList' },
      { id: 3, parent: 1, type: 1, title: 'Reisen & "mehr"' },
      { id: 4, parent: 3, type: 0, title: 'Fähren', url: 'https://example.com/?a=1&b=2', order_index: 0 },
      { id: 5, parent: 2, type: 0, title: 'Later', url: 'https://example.org/', order_index: 0 },
      { id: 6, parent: 1, type: 0, title: 'Bookmarklet', url: 'javascript:alert(1)', order_index: 1 },
      { id: 7, parent: 1, type: 0, title: 'Gone', url: 'https://example.net/', deleted: 1 },
    );
  });
  phone.database('HomeDomain', 'Library/Safari/History.db', (database) => {
    database.exec(`CREATE TABLE history_items (id INTEGER PRIMARY KEY, url TEXT UNIQUE, visit_count INTEGER);
      CREATE TABLE history_visits (id INTEGER PRIMARY KEY, history_item INTEGER, visit_time REAL, title TEXT, origin INTEGER)`);
    insert(database, 'history_items', { id: 1, url: 'https://example.com/' });
    insert(database, 'history_visits', {
      id: 1,
      history_item: 1,
      visit_time: cocoa('2024-05-17T08:00:00Z'),
      title: '=HYPERLINK("x")',
      origin: 0,
    });
    insert(database, 'history_visits', {
      id: 2,
      history_item: 1,
      visit_time: cocoa('2024-05-18T08:00:00Z'),
      title: 'Again',
      origin: 1,
    });
  });
}
