import { crc32, deflateSync } from 'node:zlib';
import { cocoa, insert, type PhoneFolder } from '../../support/app-data/phone-folder.ts';

const DOMAIN = 'CameraRollDomain';
const SIDE = 96;

/** A photo library with so many pictures, each of other colours, and the small copies the phone makes of them. */
export function album(phone: PhoneFolder, pictures: number): void {
  phone.database(DOMAIN, 'Media/PhotoData/Photos.sqlite', (database) => {
    database.exec(`CREATE TABLE ZASSET (Z_PK INTEGER PRIMARY KEY, ZUUID VARCHAR, ZDIRECTORY VARCHAR, ZFILENAME VARCHAR,
      ZDATECREATED TIMESTAMP, ZKIND INTEGER)`);
    for (let number = 1; number <= pictures; number += 1) {
      const isVideo = number % 9 === 0;
      const name = `IMG_${String(number).padStart(4, '0')}.${isVideo ? 'MOV' : 'HEIC'}`;
      insert(database, 'ZASSET', {
        Z_PK: number,
        ZUUID: `A${number}`,
        ZDIRECTORY: 'DCIM/100APPLE',
        ZFILENAME: name,
        ZDATECREATED: cocoa('2026-01-03T09:00:00Z') + number * 43_200,
        ZKIND: isVideo ? 1 : 0,
      });
      phone.file(DOMAIN, `Media/DCIM/100APPLE/${name}`, `original of picture ${number}`);
      const small = `Media/PhotoData/Thumbnails/V2/DCIM/100APPLE/${name}/5005.JPG`;
      phone.file(DOMAIN, small, landscape(number));
    }
  });
}

/** Sky, a sun and hills; a PNG. */
export function landscape(seed: number): Buffer {
  const hue = (seed * 47) % 360;
  const rows: number[] = [];
  for (let y = 0; y < SIDE; y += 1) {
    rows.push(0);
    for (let x = 0; x < SIDE; x += 1) rows.push(...pixel(x / SIDE, y / SIDE, hue, seed));
  }
  return png(Buffer.from(rows));
}

function pixel(x: number, y: number, hue: number, seed: number): [number, number, number] {
  const ridge = 0.62 + 0.12 * Math.sin(x * 6 + seed) + 0.05 * Math.sin(x * 17 + seed * 2);
  if (y > ridge) return colour(hue + 90, 0.35, 0.55 - 0.35 * (y - ridge));
  const sun = Math.hypot(x - 0.2 - (seed % 7) / 10, y - 0.28) < 0.1;
  return sun ? [255, 244, 214] : colour(hue, 0.5, 0.9 - 0.35 * y);
}

function colour(hue: number, saturation: number, light: number): [number, number, number] {
  const part = (shift: number): number => {
    const at = (shift + hue / 30) % 12;
    const span = saturation * Math.min(light, 1 - light);
    return Math.round(255 * (light - span * Math.max(-1, Math.min(at - 3, 9 - at, 1))));
  };
  return [part(0), part(8), part(4)];
}

function png(raw: Buffer): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(SIDE, 0);
  head.writeUInt32BE(SIDE, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const chunks = [chunk('IHDR', head), chunk('IDAT', deflateSync(raw)), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...chunks]);
}

function chunk(type: string, bytes: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), bytes]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(bytes.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
