/** What a file holds, by its first bytes; `extension` is what people's programs go by. */
export interface ContentKind {
  readonly kind: string;
  readonly extension: string;
  /** The folder it is put in. */
  readonly group: Group;
}

export type Group = 'photos' | 'videos' | 'audio' | 'databases' | 'settings' | 'documents' | 'other';

/** As much of a file's beginning as is looked at. */
export const HEAD_BYTES = 4096;

interface Magic extends ContentKind {
  readonly at: number;
  /** As latin1, so that bytes and text read alike. */
  readonly bytes: string;
}

const known = (kind: string, extension: string, group: Group, at: number, ...all: string[]): Magic[] =>
  all.map((bytes) => ({ kind, extension, group, at, bytes }));

/** Files whose beginning is always the same. The first that fits counts. */
const MAGICS: readonly Magic[] = [
  ...known('jpeg', 'jpg', 'photos', 0, '\xff\xd8\xff'),
  ...known('png', 'png', 'photos', 0, '\x89PNG\r\n\x1a\n'),
  ...known('gif', 'gif', 'photos', 0, 'GIF87a', 'GIF89a'),
  ...known('webp', 'webp', 'photos', 8, 'WEBP'),
  ...known('tiff', 'tiff', 'photos', 0, 'II*\0', 'MM\0*'),
  ...known(
    'heic',
    'heic',
    'photos',
    4,
    'ftypheic',
    'ftypheix',
    'ftyphevc',
    'ftypmif1',
    'ftypmsf1',
    'ftypavif',
  ),
  ...known('mov', 'mov', 'videos', 4, 'ftypqt', 'moov', 'wide', 'mdat'),
  ...known('m4a', 'm4a', 'audio', 4, 'ftypM4A', 'ftypM4B'),
  ...known('mp4', 'mp4', 'videos', 4, 'ftyp'),
  ...known('sqlite', 'sqlite', 'databases', 0, 'SQLite format 3\0'),
  ...known('sqlite-wal', 'sqlite-wal', 'databases', 0, '\x37\x7f\x06\x82', '\x37\x7f\x06\x83'),
  ...known('binary plist', 'plist', 'settings', 0, 'bplist0'),
  ...known('pdf', 'pdf', 'documents', 0, '%PDF-'),
  ...known('zip', 'zip', 'documents', 0, 'PK\x03\x04'),
  ...known('gzip', 'gz', 'documents', 0, '\x1f\x8b\x08'),
  ...known('caf', 'caf', 'audio', 0, 'caff'),
  ...known('amr', 'amr', 'audio', 0, '#!AMR'),
  ...known('wav', 'wav', 'audio', 8, 'WAVE'),
  ...known('mp3', 'mp3', 'audio', 0, 'ID3', '\xff\xfb'),
  ...known('aac', 'aac', 'audio', 0, '\xff\xf1', '\xff\xf9'),
  ...known('vcard', 'vcf', 'documents', 0, 'BEGIN:VCARD'),
  ...known('calendar', 'ics', 'documents', 0, 'BEGIN:VCALENDAR'),
];

const UNKNOWN: ContentKind = { kind: 'unknown', extension: 'bin', group: 'other' };

/** What a file with this beginning holds. */
export function contentKindOf(head: Uint8Array): ContentKind {
  const bytes = Buffer.from(head.buffer, head.byteOffset, Math.min(head.byteLength, HEAD_BYTES));
  if (bytes.length === 0) return { kind: 'empty', extension: 'empty', group: 'other' };
  const text = bytes.toString('latin1');
  const magic = MAGICS.find((each) => text.startsWith(each.bytes, each.at));
  if (magic) return { kind: magic.kind, extension: magic.extension, group: magic.group };
  return isText(bytes) ? textKindOf(text.trimStart()) : UNKNOWN;
}

function textKindOf(text: string): ContentKind {
  if (/^<\?xml/.test(text) && /<plist|DOCTYPE plist/.test(text))
    return { kind: 'xml plist', extension: 'plist', group: 'settings' };
  if (/^<!doctype html|^<html/i.test(text)) return { kind: 'html', extension: 'html', group: 'documents' };
  if (/^[[{]/.test(text)) return { kind: 'json', extension: 'json', group: 'documents' };
  return { kind: 'text', extension: 'txt', group: 'documents' };
}

/** UTF-8 without control characters; a character that the end cuts in two is no fault. */
function isText(bytes: Buffer): boolean {
  const text = new TextDecoder('utf-8').decode(bytes, { stream: true });
  return !text.includes('\uFFFD') && !/[^\P{Cc}\t\n\r\f]/u.test(text);
}
