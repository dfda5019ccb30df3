import type { DatabaseSync } from 'node:sqlite';
import { PIXEL } from './messages.ts';
import { cocoa, insert, type PhoneFolder } from './phone-folder.ts';

const DOMAIN = 'CameraRollDomain';
const PATH = 'Media/PhotoData/Photos.sqlite';

/** What differs between the libraries of two generations of iOS. */
interface Generation {
  readonly asset: string;
  readonly adjusted: string;
  readonly albums: number;
  readonly assets: number;
}

const IOS_17: Generation = { asset: 'ZASSET', adjusted: 'ZADJUSTMENTSSTATE', albums: 28, assets: 3 };
const IOS_13: Generation = { asset: 'ZGENERICASSET', adjusted: 'ZHASADJUSTMENTS', albums: 26, assets: 34 };

/** A Live Photo that was edited, a video, one only in iCloud with a preview, a hidden, a deleted and a lost one, an album. */
export function photos(phone: PhoneFolder): void {
  library(phone, IOS_17);
}

export function oldPhotos(phone: PhoneFolder): void {
  library(phone, IOS_13);
}

function library(phone: PhoneFolder, generation: Generation): void {
  const picture = (path: string, contents: string | Uint8Array): void =>
    phone.file(DOMAIN, `Media/${path}`, contents);
  picture('DCIM/100APPLE/IMG_0001.HEIC', 'original');
  picture('DCIM/100APPLE/IMG_0001.MOV', 'motion');
  picture('PhotoData/Mutations/DCIM/100APPLE/IMG_0001/Adjustments/FullSizeRender.jpg', PIXEL);
  picture('PhotoData/Thumbnails/V2/DCIM/100APPLE/IMG_0001.HEIC/5003.JPG', PIXEL);
  picture('DCIM/100APPLE/IMG_0002.MOV', 'video');
  picture('PhotoData/Thumbnails/V2/PhotoData/CPLAssets/group1/AB.HEIC/5005.JPG', PIXEL);
  picture('DCIM/100APPLE/IMG_0004.PNG', 'hidden');
  picture('DCIM/101APPLE/IMG_0001.JPG', PIXEL);
  // No entry of the library names this one.
  picture('DCIM/101APPLE/IMG_9999.JPG', PIXEL);
  picture('DCIM/100APPLE/IMG_0001.AAE', 'how it was edited');
  phone.database(DOMAIN, PATH, (database) => {
    database.exec(schemaOf(generation));
    fill(database, generation);
  });
}

function schemaOf({ asset, adjusted, albums, assets }: Generation): string {
  return `
  CREATE TABLE ${asset} (Z_PK INTEGER PRIMARY KEY, ZUUID VARCHAR, ZDIRECTORY VARCHAR, ZFILENAME VARCHAR, ZDATECREATED TIMESTAMP,
    ZTRASHEDDATE TIMESTAMP, ZTRASHEDSTATE INTEGER, ZKIND INTEGER, ZKINDSUBTYPE INTEGER, ZPLAYBACKSTYLE INTEGER, ZFAVORITE INTEGER,
    ZHIDDEN INTEGER, ZLATITUDE FLOAT, ZLONGITUDE FLOAT, ${adjusted} INTEGER, ZAVALANCHEUUID VARCHAR, ZSAVEDASSETTYPE INTEGER);
  CREATE TABLE ZADDITIONALASSETATTRIBUTES (Z_PK INTEGER PRIMARY KEY, ZASSET INTEGER, ZORIGINALFILENAME VARCHAR,
    ZTIMEZONEOFFSET INTEGER, ZTITLE VARCHAR);
  CREATE TABLE ZINTERNALRESOURCE (Z_PK INTEGER PRIMARY KEY, ZASSET INTEGER, ZDATASTORESUBTYPE INTEGER, ZLOCALAVAILABILITY INTEGER,
    ZREMOTEAVAILABILITY INTEGER);
  CREATE TABLE ZGENERICALBUM (Z_PK INTEGER PRIMARY KEY, ZKIND INTEGER, ZTITLE VARCHAR, ZTRASHEDSTATE INTEGER);
  CREATE TABLE Z_${albums}ASSETS (Z_${albums}ALBUMS INTEGER, Z_${assets}ASSETS INTEGER, PRIMARY KEY (Z_${albums}ALBUMS, Z_${assets}ASSETS));`;
}

function fill(database: DatabaseSync, { asset, adjusted, albums, assets }: Generation): void {
  const add = (
    row: number,
    name: string,
    values: Readonly<Record<string, string | number>>,
    original = name,
  ): void => {
    const created = cocoa('2024-05-17T12:00:00Z') + row;
    insert(database, asset, {
      Z_PK: row,
      ZUUID: `U${row}`,
      ZDIRECTORY: 'DCIM/100APPLE',
      ZFILENAME: name,
      ZDATECREATED: created,
      ZKIND: 0,
      ...values,
    });
    insert(database, 'ZADDITIONALASSETATTRIBUTES', {
      ZASSET: row,
      ZORIGINALFILENAME: original,
      ZTIMEZONEOFFSET: 7200,
    });
  };
  add(1, 'IMG_0001.HEIC', {
    ZKINDSUBTYPE: 2,
    ZPLAYBACKSTYLE: 3,
    [adjusted]: 1,
    ZFAVORITE: 1,
    ZLATITUDE: 48.2,
    ZLONGITUDE: 16.37,
  });
  add(2, 'IMG_0002.MOV', { ZKIND: 1 }, 'Fjord: Ålesund.MOV');
  add(3, 'AB.HEIC', { ZDIRECTORY: 'PhotoData/CPLAssets/group1' }, 'IMG_0777.HEIC');
  add(4, 'IMG_0004.PNG', { ZHIDDEN: 1, ZKINDSUBTYPE: 10 });
  add(5, 'IMG_0005.JPG', {});
  add(6, 'IMG_0001.JPG', {
    ZDIRECTORY: 'DCIM/101APPLE',
    ZTRASHEDSTATE: 1,
    ZTRASHEDDATE: cocoa('2024-05-18T00:00:00Z'),
  });
  insert(database, 'ZINTERNALRESOURCE', {
    ZASSET: 3,
    ZDATASTORESUBTYPE: 1,
    ZLOCALAVAILABILITY: -1,
    ZREMOTEAVAILABILITY: 1,
  });
  insert(
    database,
    'ZGENERICALBUM',
    { Z_PK: 1, ZKIND: 2, ZTITLE: 'Summer / 2024' },
    { Z_PK: 2, ZKIND: 3999, ZTITLE: null },
  );
  for (const row of [1, 3])
    insert(database, `Z_${albums}ASSETS`, { [`Z_${albums}ALBUMS`]: 1, [`Z_${assets}ASSETS`]: row });
}
