import { AppDatabase } from '../database/app-database.ts';
import { ExtractError } from '../errors.ts';
import { type Extraction, untilDamage, writeOut } from '../extraction.ts';
import { ADDRESS_BOOK, contactsOf, countContacts } from './address-book.ts';
import type { Contact } from './contact.ts';
import { contactPage } from './page.ts';
import { PICTURES, pictureOf } from './pictures.ts';
import { type VcardVersion, vcardOf } from './vcard.ts';

/** Writes the address book as vCards in both versions, as JSON lines, and as a page. */
export async function exportContacts(extraction: Extraction): Promise<void> {
  const { backup, signal } = extraction;
  await using opened = await backup.openDatabase(ADDRESS_BOOK.domain, ADDRESS_BOOK.path, signal);
  if (!opened) throw new ExtractError('extract.none', 'no address book', { facts: { kind: 'contacts' } });
  await using pictures = await backup.openDatabase(PICTURES.domain, PICTURES.path, signal);
  const database = new AppDatabase(opened.database);
  const pictureBook = pictures && new AppDatabase(pictures.database);
  const picture = (contact: Contact): Uint8Array | undefined =>
    pictureBook && pictureOf(pictureBook, contact.id);

  const out = extraction.out.within('Contacts');
  const count = countContacts(database);
  extraction.plan(4 * count, 0);
  const all = function* (): Generator<Contact> {
    for (const contact of untilDamage(extraction, 'rest of the address book', contactsOf(database))) {
      signal.throwIfAborted();
      yield contact;
      extraction.advance(1, 0);
    }
  };
  const cards = function* (version: VcardVersion): Generator<string> {
    for (const contact of all()) yield vcardOf(contact, picture(contact), version);
  };
  const lines = function* (): Generator<string> {
    for (const contact of all()) yield `${JSON.stringify(contact)}\n`;
  };
  await writeOut(extraction, out, ['Contacts.vcf'], cards('3.0'));
  await writeOut(extraction, out, ['Contacts (vCard 4.0).vcf'], cards('4.0'));
  await writeOut(extraction, out, ['contacts.jsonl'], lines());
  await writeOut(extraction, out, ['index.html'], contactPage(all(), count, picture));
  extraction.tell({ type: 'counted', what: 'contacts', count });
}
