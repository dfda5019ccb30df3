import { contactsOf } from '../contacts/address-book.ts';
import type { Contact, ContactValue } from '../contacts/contact.ts';
import type { AppDatabase } from '../database/app-database.ts';
import type { Needle } from './fold.ts';
import type { Hit } from './hit.ts';

/** Cards with it in any of their lines. A telephone number is found however it is written. */
export function* searchContacts(
  database: AppDatabase,
  needle: Needle,
  digits: string | undefined,
): Generator<Hit> {
  if (!database.has('ABPerson')) return;
  for (const contact of contactsOf(database)) {
    const found = linesOf(contact).find((line) => needle.isIn(line) || holdsDigits(line, digits));
    if (found !== undefined) yield { kind: 'contact', name: contact.name, snippet: found.slice(0, 200) };
  }
}

/** The digits of a search for a number; undefined for any other search. */
export function digitsOf(text: string): string | undefined {
  const digits = text.replace(/\D/g, '');
  return /^[+\d\s()./-]+$/.test(text) && digits.length >= 4 ? digits : undefined;
}

function holdsDigits(line: string, digits: string | undefined): boolean {
  return digits !== undefined && line.replace(/\D/g, '').includes(digits);
}

function linesOf(contact: Contact): string[] {
  const { name, nickname, organization, department, jobTitle, note, values } = contact;
  const lines = [name, nickname, organization, department, jobTitle, ...values.map(textOf), note];
  return lines.flatMap((line) => (line ? [line] : []));
}

function textOf(value: ContactValue): string {
  switch (value.kind) {
    case 'address':
      return [value.street, value.zip, value.city, value.state, value.country].filter(Boolean).join(', ');
    case 'messaging':
    case 'social':
      return [value.service, value.username, value.url].filter(Boolean).join(' ');
    case 'date':
      return value.date.toISOString().slice(0, 10);
    default:
      return value.value;
  }
}
