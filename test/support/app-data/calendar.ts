import { cocoa, insert, type PhoneFolder } from './phone-folder.ts';

/** A calendar with a weekly event in a zone with summer time, one occurrence moved and one left out; whole days; floating times. */
export function calendar(phone: PhoneFolder): void {
  phone.database('HomeDomain', 'Library/Calendar/Calendar.sqlitedb', (database) => {
    database.exec(`
      CREATE TABLE Store (ROWID INTEGER PRIMARY KEY, name TEXT, type INTEGER);
      CREATE TABLE Calendar (ROWID INTEGER PRIMARY KEY, store_id INTEGER, title TEXT, flags INTEGER, color TEXT, external_id TEXT);
      CREATE TABLE CalendarItem (ROWID INTEGER PRIMARY KEY, summary TEXT, location_id INTEGER, description TEXT, start_date REAL, start_tz TEXT,
        end_date REAL, end_tz TEXT, all_day INTEGER, calendar_id INTEGER, orig_item_id INTEGER, orig_date REAL, status INTEGER, availability INTEGER,
        privacy_level INTEGER, url TEXT, last_modified REAL, sequence_num INTEGER, birthday_id INTEGER, entity_type INTEGER, UUID TEXT,
        unique_identifier TEXT, creation_date REAL);
      CREATE TABLE Location (ROWID INTEGER PRIMARY KEY, title TEXT, address TEXT, latitude REAL, longitude REAL);
      CREATE TABLE Recurrence (ROWID INTEGER PRIMARY KEY, frequency INTEGER, interval INTEGER, week_start INTEGER, count INTEGER, end_date REAL, specifier TEXT, owner_id INTEGER);
      CREATE TABLE ExceptionDate (ROWID INTEGER PRIMARY KEY, owner_id INTEGER, date REAL);
      CREATE TABLE Alarm (ROWID INTEGER PRIMARY KEY, trigger_date REAL, trigger_interval INTEGER, calendaritem_owner_id INTEGER, disabled INTEGER);
      CREATE TABLE Participant (ROWID INTEGER PRIMARY KEY, entity_type INTEGER, owner_id INTEGER, identity_id INTEGER, email TEXT, phone_number TEXT, status INTEGER, role INTEGER);
      CREATE TABLE Identity (ROWID INTEGER PRIMARY KEY, display_name TEXT, address TEXT);`);
    const event = { calendar_id: 1, entity_type: 2, last_modified: cocoa('2024-01-01T00:00:00Z') };
    insert(database, 'Store', { ROWID: 1, name: 'iCloud' });
    insert(
      database,
      'Calendar',
      { ROWID: 1, store_id: 1, title: 'Zuhause', color: '#1BADF8FF' },
      { ROWID: 2, store_id: 1, title: 'Inbox', external_id: '/123/calendars/inbox/' },
    );
    insert(database, 'Location', {
      ROWID: 1,
      title: 'Halle, 3',
      address: 'Gasse 1; Wien',
      latitude: 48.2,
      longitude: 16.37,
    });
    insert(
      database,
      'CalendarItem',
      {
        ROWID: 1,
        ...event,
        summary: 'Turnen\nBEGIN:VEVENT',
        location_id: 1,
        start_date: cocoa('2024-01-09T17:00:00Z'),
        end_date: cocoa('2024-01-09T18:30:00Z'),
        start_tz: 'Europe/Vienna',
        unique_identifier: 'U-1',
        url: 'https://example.com/a?b=1;c=2',
      },
      {
        ROWID: 2,
        ...event,
        summary: 'Turnen, später',
        start_date: cocoa('2024-04-09T18:00:00Z'),
        end_date: cocoa('2024-04-09T19:30:00Z'),
        start_tz: 'Europe/Vienna',
        orig_item_id: 1,
        orig_date: cocoa('2024-04-09T16:00:00Z'),
        unique_identifier: 'U-2',
      },
      {
        ROWID: 3,
        ...event,
        summary: 'Urlaub 🏖',
        all_day: 1,
        start_date: cocoa('2024-07-01T00:00:00Z'),
        end_date: cocoa('2024-07-05T23:59:59Z'),
        start_tz: '_float',
        unique_identifier: 'U-3',
        availability: 1,
      },
      {
        ROWID: 4,
        ...event,
        summary: 'Tablette',
        start_date: cocoa('2024-05-17T08:00:00Z'),
        end_date: cocoa('2024-05-17T08:05:00Z'),
        start_tz: '_float',
        unique_identifier: 'U-4',
      },
      {
        ROWID: 5,
        ...event,
        summary: 'Somebody’s birthday',
        birthday_id: 7,
        all_day: 1,
        start_date: cocoa('2024-05-17T00:00:00Z'),
      },
      { ROWID: 6, ...event, summary: 'A reminder', entity_type: 3 },
    );
    insert(database, 'Recurrence', {
      frequency: 2,
      interval: 1,
      week_start: 1,
      count: 0,
      end_date: cocoa('2024-12-31T22:59:59Z'),
      specifier: 'D=0TU',
      owner_id: 1,
    });
    insert(database, 'ExceptionDate', { owner_id: 1, date: cocoa('2024-02-06T17:00:00Z') });
    insert(database, 'Alarm', { trigger_interval: -900, calendaritem_owner_id: 1 });
    insert(database, 'Identity', { ROWID: 1, display_name: 'Kim "K"', address: 'mailto:kim@example.com' });
    insert(database, 'Participant', { entity_type: 7, owner_id: 1, identity_id: 1, status: 1, role: 1 });
  });
}
