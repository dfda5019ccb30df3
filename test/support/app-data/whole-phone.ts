import { calendar } from './calendar.ts';
import { calls, oldCalls } from './calls.ts';
import { contacts } from './contacts.ts';
import { modernMessages, oldMessages } from './messages.ts';
import { notes, oldNotes } from './notes.ts';
import type { PhoneFolder } from './phone-folder.ts';
import { oldPhotos, photos } from './photos.ts';
import { safari } from './safari.ts';
import { oldVoiceMemos, voiceMemos } from './voice-memos.ts';
import { whatsApp } from './whatsapp.ts';

/** A phone with iOS 17 and something in every app that is read; and files with names and contents of every kind. */
export function modernPhone(phone: PhoneFolder): void {
  for (const fill of [calendar, calls, contacts, modernMessages, notes, photos, safari, voiceMemos, whatsApp])
    fill(phone);
  const documents = 'AppDomain-com.example.journal';
  phone.file(documents, 'Documents/Übersicht 旅行 ☕.txt', 'ünïcode', '2020-02-29T23:59:59Z');
  phone.file(documents, 'Documents/empty', '');
  phone.file(documents, 'Documents/block', Buffer.alloc(16, 7));
  phone.file(documents, 'Documents/large.bin', Buffer.alloc(3_000_001, 'thaw'));
}

/** A phone that kept what older versions wrote. */
export function oldPhone(phone: PhoneFolder): void {
  for (const fill of [oldCalls, oldMessages, oldNotes, oldPhotos, oldVoiceMemos]) fill(phone);
}
