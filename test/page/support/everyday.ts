import type { DatabaseSync } from 'node:sqlite';
import { addressBook } from '../../support/app-data/contacts.ts';
import { guid, modernTalks } from '../../support/app-data/messages.ts';
import { cocoaNanoseconds, insert, type PhoneFolder } from '../../support/app-data/phone-folder.ts';
import { landscape } from './album.ts';

/** Nobody in particular, at numbers that are given to nobody. */
const PLACES = [
  { name: 'Bicycle workshop', number: '+12025550123', mail: 'workshop@example.com' },
  { name: 'Library', number: '+12025550141', mail: 'desk@example.org' },
  { name: 'School office', number: '+12025550156', mail: 'office@example.net' },
  { name: 'Swimming pool', number: '+12025550164', mail: 'tickets@example.com' },
  { name: 'Dentist', number: '+12025550178', mail: 'surgery@example.org' },
] as const;

interface Said {
  readonly to: number;
  readonly at: string;
  readonly mine?: true;
  readonly text: string;
  readonly picture?: string;
}

const TALKS: readonly Said[] = [
  { to: 5, at: '2026-10-29T09:12:00Z', text: 'Your appointment: Thursday at 8:30.' },
  { to: 4, at: '2026-11-02T16:40:00Z', text: 'The large pool is open again from Monday.' },
  {
    to: 3,
    at: '2026-11-09T07:55:00Z',
    text: 'The trip starts at 8 at the main gate. Please bring a raincoat.',
  },
  { to: 3, at: '2026-11-09T08:02:00Z', mine: true, text: 'Thank you, noted.' },
  { to: 2, at: '2026-11-16T10:20:00Z', text: 'The book you asked for is here. We keep it for a week.' },
  { to: 1, at: '2026-11-18T14:05:00Z', text: 'Good afternoon from the workshop! The front brake is done.' },
  {
    to: 1,
    at: '2026-11-18T14:06:00Z',
    text: 'The tyre at the back will not last the winter. Shall we change it, too?',
  },
  { to: 1, at: '2026-11-18T14:31:00Z', mine: true, text: 'Yes, please.' },
  {
    to: 1,
    at: '2026-11-20T11:47:00Z',
    text: 'Ready. We took it for a ride by the lake:',
    picture: 'IMG_0042.png',
  },
  { to: 1, at: '2026-11-20T11:58:00Z', mine: true, text: 'What a view! I will come at five 🙂' },
];

/** Contacts as anybody has them: fit to be shown in a picture. */
export function everydayContacts(phone: PhoneFolder): void {
  addressBook(phone, (database) => {
    insert(database, 'ABMultiValueLabel', { value: '_$!<Work>!$_' });
    PLACES.forEach(({ name, number, mail }, index) => {
      const record_id = index + 1;
      insert(database, 'ABPerson', { ROWID: record_id, Organization: name, Kind: 1, StoreID: 1 });
      insert(
        database,
        'ABMultiValue',
        { record_id, property: 3, label: 1, value: number },
        { record_id, property: 4, label: 1, value: mail },
      );
    });
    insert(database, 'ABStore', { ROWID: 1, Name: 'iCloud' });
  });
}

/** Messages to and from them. */
export function everydayMessages(phone: PhoneFolder): void {
  modernTalks(phone, (database) => {
    PLACES.forEach(({ number }, index) => {
      const id = index + 1;
      const chat = { chat_identifier: number, guid: `iMessage;-;${number}`, service_name: 'iMessage' };
      insert(database, 'handle', { ROWID: id, id: number, service: 'iMessage' });
      insert(database, 'chat', { ROWID: id, style: 45, ...chat });
      insert(database, 'chat_handle_join', { chat_id: id, handle_id: id });
    });
    TALKS.forEach((said, index) => {
      say(database, index + 1, said);
      if (said.picture !== undefined) attach(phone, database, index + 1, said.picture);
    });
  });
}

function say(database: DatabaseSync, row: number, { to, at, mine, text }: Said): void {
  const date = cocoaNanoseconds(at);
  const from = mine ? { is_from_me: 1 } : { handle_id: to };
  insert(database, 'message', { ROWID: row, guid: guid(row), service: 'iMessage', date, text, ...from });
  insert(database, 'chat_message_join', { chat_id: to, message_id: row, message_date: date });
}

function attach(phone: PhoneFolder, database: DatabaseSync, row: number, name: string): void {
  const path = `Library/SMS/Attachments/00/00/${guid(row)}/${name}`;
  const picture = landscape(row);
  phone.file('MediaDomain', path, picture);
  const kind = { transfer_name: name, mime_type: 'image/png', total_bytes: picture.length };
  insert(database, 'attachment', { ROWID: row, guid: guid(row), filename: `~/${path}`, ...kind });
  insert(database, 'message_attachment_join', { message_id: row, attachment_id: row });
}
