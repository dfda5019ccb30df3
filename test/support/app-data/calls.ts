import { cocoa, insert, type PhoneFolder } from './phone-folder.ts';

/** The call list of iOS 14 and later: connected, missed, an app's call with rubbish for an address, a group call. */
export function calls(phone: PhoneFolder): void {
  phone.database('HomeDomain', 'Library/CallHistoryDB/CallHistory.storedata', (database) => {
    database.exec(`
      CREATE TABLE ZCALLRECORD (Z_PK INTEGER PRIMARY KEY, ZANSWERED INTEGER, ZCALLTYPE INTEGER, ZORIGINATED INTEGER, ZREAD INTEGER,
        ZDATE TIMESTAMP, ZDURATION FLOAT, ZADDRESS VARCHAR, ZNAME VARCHAR, ZLOCATION VARCHAR, ZISO_COUNTRY_CODE VARCHAR,
        ZSERVICE_PROVIDER VARCHAR, ZUNIQUE_ID VARCHAR);
      CREATE TABLE ZHANDLE (Z_PK INTEGER PRIMARY KEY, ZTYPE INTEGER, ZVALUE VARCHAR);
      CREATE TABLE Z_2REMOTEPARTICIPANTHANDLES (Z_2REMOTEPARTICIPANTCALLS INTEGER, Z_4REMOTEPARTICIPANTHANDLES INTEGER);`);
    const date = cocoa('2024-05-17T08:00:00Z');
    insert(
      database,
      'ZCALLRECORD',
      {
        Z_PK: 1,
        ZDATE: date,
        ZDURATION: 65.5,
        ZORIGINATED: 1,
        ZANSWERED: 0,
        ZCALLTYPE: 1,
        ZADDRESS: Buffer.from('+4915112345678'),
        ZUNIQUE_ID: 'A',
        ZLOCATION: '=Österreich',
      },
      {
        Z_PK: 2,
        ZDATE: date + 60,
        ZDURATION: 0,
        ZORIGINATED: 0,
        ZANSWERED: 0,
        ZCALLTYPE: 8,
        ZADDRESS: 'kim@example.com',
        ZUNIQUE_ID: 'B',
      },
      {
        Z_PK: 3,
        ZDATE: date + 120,
        ZDURATION: 5,
        ZORIGINATED: 0,
        ZANSWERED: 1,
        ZCALLTYPE: 0,
        ZSERVICE_PROVIDER: 'net.whatsapp.WhatsApp',
        ZADDRESS: Buffer.from('bplist00rubbish'),
        ZNAME: '\u200eNoor',
        ZUNIQUE_ID: 'C',
      },
      { Z_PK: 4, ZDATE: date + 180, ZDURATION: 9, ZORIGINATED: 1, ZCALLTYPE: 16, ZUNIQUE_ID: 'D' },
    );
    insert(database, 'ZHANDLE', { Z_PK: 1, ZVALUE: '+15550001111' }, { Z_PK: 2, ZVALUE: 'kim@example.com' });
    for (const handle of [1, 2]) {
      insert(database, 'Z_2REMOTEPARTICIPANTHANDLES', {
        Z_2REMOTEPARTICIPANTCALLS: 4,
        Z_4REMOTEPARTICIPANTHANDLES: handle,
      });
    }
  });
}

/** The call list of iOS 7 and earlier. */
export function oldCalls(phone: PhoneFolder): void {
  phone.database('WirelessDomain', 'Library/CallHistory/call_history.db', (database) => {
    database.exec(
      'CREATE TABLE call (ROWID INTEGER PRIMARY KEY, address TEXT, date INTEGER, duration INTEGER, flags INTEGER, id INTEGER, name TEXT)',
    );
    insert(database, 'call', {
      ROWID: 1,
      address: '+15550001111',
      date: Date.parse('2013-05-17T08:00:00Z') / 1000,
      duration: 30,
      flags: 5,
    });
  });
}
