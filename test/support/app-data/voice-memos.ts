import { cocoa, insert, type PhoneFolder } from './phone-folder.ts';

const NEW = { domain: 'AppDomainGroup-group.com.apple.VoiceMemos.shared', folder: 'Recordings' };
const OLD = { domain: 'MediaDomain', folder: 'Media/Recordings' };

/** iOS 17: titles, a folder, one only in iCloud, one deleted, and a file that no list names. */
export function voiceMemos(phone: PhoneFolder): void {
  phone.file(NEW.domain, `${NEW.folder}/20240517 140322.m4a`, 'sound');
  phone.file(NEW.domain, `${NEW.folder}/20240518 090000.qta`, 'layers');
  phone.file(NEW.domain, `${NEW.folder}/20240519 100000.m4a`, 'nobody knows me');
  phone.database(NEW.domain, `${NEW.folder}/CloudRecordings.db`, (database) => {
    database.exec(`
      CREATE TABLE ZCLOUDRECORDING (Z_PK INTEGER PRIMARY KEY, ZFOLDER INTEGER, ZDATE TIMESTAMP, ZDURATION FLOAT, ZEVICTIONDATE TIMESTAMP,
        ZCUSTOMLABEL VARCHAR, ZENCRYPTEDTITLE VARCHAR, ZPATH VARCHAR, ZUNIQUEID VARCHAR);
      CREATE TABLE ZFOLDER (Z_PK INTEGER PRIMARY KEY, ZENCRYPTEDNAME VARCHAR);`);
    insert(database, 'ZFOLDER', { Z_PK: 1, ZENCRYPTEDNAME: 'Music / ideas' });
    const date = cocoa('2024-05-17T12:03:22Z');
    insert(
      database,
      'ZCLOUDRECORDING',
      {
        ZDATE: date,
        ZDURATION: 63.2,
        ZPATH: '20240517 140322.m4a',
        ZENCRYPTEDTITLE: 'Großmutter erzählt?',
        ZFOLDER: 1,
      },
      {
        ZDATE: date + 1,
        ZDURATION: 5,
        ZPATH: '/var/mobile/x/20240518 090000.qta',
        ZCUSTOMLABEL: '2024-05-18T09:00:00Z',
        ZEVICTIONDATE: date,
      },
      { ZDATE: date + 2, ZDURATION: 7, ZPATH: null, ZENCRYPTEDTITLE: 'In the cloud' },
    );
  });
}

/** iOS 11. */
export function oldVoiceMemos(phone: PhoneFolder): void {
  phone.file(OLD.domain, `${OLD.folder}/20170517 140322.m4a`, 'old sound');
  phone.database(OLD.domain, `${OLD.folder}/Recordings.db`, (database) => {
    database.exec(
      'CREATE TABLE ZRECORDING (Z_PK INTEGER PRIMARY KEY, ZDATE TIMESTAMP, ZDURATION FLOAT, ZCUSTOMLABEL VARCHAR, ZPATH VARCHAR)',
    );
    insert(database, 'ZRECORDING', {
      ZDATE: cocoa('2017-05-17T12:03:22Z'),
      ZDURATION: 3,
      ZCUSTOMLABEL: 'Old idea',
      ZPATH: '20170517 140322.m4a',
    });
  });
}
