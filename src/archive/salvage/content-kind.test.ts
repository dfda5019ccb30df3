import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contentKindOf } from './content-kind.ts';

for (const [bytes, kind, group] of [
  ['\xff\xd8\xff\xe1', 'jpeg', 'photos'],
  ['\x89PNG\r\n\x1a\n', 'png', 'photos'],
  ['\0\0\0\x24ftypheic', 'heic', 'photos'],
  ['\0\0\0\x14ftypqt  ', 'mov', 'videos'],
  ['\0\0\0\x20ftypisom', 'mp4', 'videos'],
  ['\0\0\0\x1cftypM4A ', 'm4a', 'audio'],
  ['SQLite format 3\0', 'sqlite', 'databases'],
  ['bplist00\xd1', 'binary plist', 'settings'],
  ['<?xml version="1.0"?>\n<!DOCTYPE plist', 'xml plist', 'settings'],
  ['%PDF-1.7', 'pdf', 'documents'],
  ['BEGIN:VCARD\r\n', 'vcard', 'documents'],
  ['{"a": 1}', 'json', 'documents'],
  ['Grüße'.normalize(), 'text', 'documents'],
  ['\x00\x01\x02\x03', 'unknown', 'other'],
  ['', 'empty', 'other'],
] as const) {
  test(`${kind} is known by how it begins`, () => {
    const encoding = kind === 'text' ? 'utf8' : 'latin1';
    const found = contentKindOf(Buffer.from(bytes, encoding));
    assert.deepEqual([found.kind, found.group], [kind, group]);
  });
}
