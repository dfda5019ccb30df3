import { PIXEL } from './messages.ts';
import { cocoa, insert, type PhoneFolder } from './phone-folder.ts';
import { type Field, proto } from './protobuf.ts';

const DOMAIN = 'AppDomainGroup-group.net.whatsapp.WhatsApp.shared';
const ANA = '4915112345678@s.whatsapp.net';

/** A chat and a group of WhatsApp: text, a picture that is there and one that is not, a document, a reply with reactions, one taken back. */
export function whatsApp(phone: PhoneFolder): void {
  phone.file(DOMAIN, `Message/Media/${ANA}/a/b/pic.jpg`, PIXEL);
  phone.file(DOMAIN, `Message/Media/${ANA}/c/d/doc.pdf`, '%PDF-1.4');
  phone.database(DOMAIN, 'ChatStorage.sqlite', (database) => {
    database.exec(`
      CREATE TABLE ZWACHATSESSION (Z_PK INTEGER PRIMARY KEY, ZSESSIONTYPE INTEGER, ZCONTACTJID VARCHAR, ZPARTNERNAME VARCHAR, ZGROUPINFO INTEGER, ZREMOVED INTEGER);
      CREATE TABLE ZWAMESSAGE (Z_PK INTEGER PRIMARY KEY, ZCHATSESSION INTEGER, ZMESSAGETYPE INTEGER, ZTEXT VARCHAR, ZISFROMME INTEGER, ZFROMJID VARCHAR,
        ZTOJID VARCHAR, ZGROUPMEMBER INTEGER, ZMEDIAITEM INTEGER, ZPARENTMESSAGE INTEGER, ZMESSAGEDATE TIMESTAMP, ZSTANZAID VARCHAR, ZSTARRED INTEGER, ZMESSAGEINFO INTEGER);
      CREATE TABLE ZWAMESSAGEINFO (Z_PK INTEGER PRIMARY KEY, ZMESSAGE INTEGER, ZRECEIPTINFO BLOB);
      CREATE TABLE ZWAMEDIAITEM (Z_PK INTEGER PRIMARY KEY, ZMESSAGE INTEGER, ZMEDIALOCALPATH VARCHAR, ZTITLE VARCHAR, ZVCARDSTRING VARCHAR, ZVCARDNAME VARCHAR,
        ZLATITUDE FLOAT, ZLONGITUDE FLOAT, ZFILESIZE INTEGER);
      CREATE TABLE ZWAGROUPMEMBER (Z_PK INTEGER PRIMARY KEY, ZCHATSESSION INTEGER, ZMEMBERJID VARCHAR, ZCONTACTNAME VARCHAR);
      CREATE TABLE ZWAPROFILEPUSHNAME (Z_PK INTEGER PRIMARY KEY, ZJID VARCHAR, ZPUSHNAME VARCHAR);`);
    insert(
      database,
      'ZWACHATSESSION',
      { Z_PK: 1, ZSESSIONTYPE: 0, ZCONTACTJID: ANA, ZPARTNERNAME: '\u200eAna' },
      { Z_PK: 2, ZSESSIONTYPE: 1, ZCONTACTJID: '123-456@g.us', ZPARTNERNAME: 'Fußball' },
      { Z_PK: 3, ZSESSIONTYPE: 3, ZCONTACTJID: 'status@broadcast' },
    );
    insert(database, 'ZWAGROUPMEMBER', {
      Z_PK: 1,
      ZCHATSESSION: 2,
      ZMEMBERJID: '15550009999@s.whatsapp.net',
    });
    insert(database, 'ZWAPROFILEPUSHNAME', { ZJID: '15550009999@s.whatsapp.net', ZPUSHNAME: 'Noor' });
    insert(
      database,
      'ZWAMEDIAITEM',
      { Z_PK: 1, ZMESSAGE: 2, ZMEDIALOCALPATH: `Media/${ANA}/a/b/pic.jpg`, ZTITLE: 'Caption' },
      { Z_PK: 2, ZMESSAGE: 3, ZMEDIALOCALPATH: `Media/${ANA}/e/f/gone.mp4` },
      { Z_PK: 3, ZMESSAGE: 4, ZMEDIALOCALPATH: `Media/${ANA}/c/d/doc.pdf`, ZTITLE: 'Vertrag.pdf' },
      { Z_PK: 4, ZMESSAGE: 6, ZLATITUDE: 48.2, ZLONGITUDE: 16.37 },
    );
    insert(
      database,
      'ZWAMESSAGEINFO',
      {
        Z_PK: 1,
        ZMESSAGE: 5,
        ZRECEIPTINFO: receipt([1, reaction(ANA, '❤️')], [1, reaction('77@lid', '')], [2, own('🎉')]),
      },
      { Z_PK: 2, ZMESSAGE: 6, ZRECEIPTINFO: Buffer.from('torn') },
    );
    const rows = [
      { ZTEXT: 'Hallo 👋', ZFROMJID: ANA, ZISFROMME: 0, ZMESSAGETYPE: 0 },
      { ZISFROMME: 1, ZMESSAGETYPE: 1, ZMEDIAITEM: 1 },
      { ZFROMJID: ANA, ZISFROMME: 0, ZMESSAGETYPE: 2, ZMEDIAITEM: 2 },
      { ZFROMJID: ANA, ZISFROMME: 0, ZMESSAGETYPE: 8, ZMEDIAITEM: 3 },
      { ZTEXT: 'Ja!', ZISFROMME: 1, ZMESSAGETYPE: 0, ZPARENTMESSAGE: 1, ZMESSAGEINFO: 1 },
      { ZFROMJID: ANA, ZISFROMME: 0, ZMESSAGETYPE: 5, ZMEDIAITEM: 4, ZMESSAGEINFO: 2 },
      { ZFROMJID: ANA, ZISFROMME: 0, ZMESSAGETYPE: 14 },
      { ZFROMJID: ANA, ZISFROMME: 0, ZMESSAGETYPE: 46, ZTEXT: 'Umfrage' },
    ];
    rows.forEach((row, index) => {
      insert(database, 'ZWAMESSAGE', {
        Z_PK: index + 1,
        ZCHATSESSION: 1,
        ZSTANZAID: `S${index + 1}`,
        ZMESSAGEDATE: cocoa('2024-05-17T10:00:00Z') + index * 60,
        ...row,
      });
    });
    insert(database, 'ZWAMESSAGE', {
      Z_PK: 20,
      ZCHATSESSION: 2,
      ZSTANZAID: 'G1',
      ZMESSAGEDATE: cocoa('2024-05-18T10:00:00Z'),
      ZTEXT: 'Samstag?',
      ZFROMJID: '123-456@g.us',
      ZGROUPMEMBER: 1,
      ZISFROMME: 0,
      ZMESSAGETYPE: 0,
    });
  });
}

/** A receipt; reactions stand in its field 7, behind who has got and read the message. */
function receipt(...reactions: readonly Field[]): Buffer {
  return proto([1, 'receipts'], [7, reactions]);
}

const reaction = (jid: string, emoji: string): readonly Field[] => [
  [1, 'R1'],
  [2, jid],
  [3, emoji],
  [4, 1_715_940_000],
];
const own = (emoji: string): readonly Field[] => [
  [1, 'R2'],
  [2, emoji],
  [3, 1_715_940_000],
];
