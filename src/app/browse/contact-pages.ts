import { contactsOf } from '../../archive/read/contacts/address-book.ts';
import type { Contact, ContactValue } from '../../archive/read/contacts/contact.ts';
import type { AppDatabase } from '../../archive/read/database/app-database.ts';
import type { ContactCard } from '../../kit/backup-cards.ts';
import type { PageOf } from './questions.ts';

const CONTACTS_A_PAGE = 100;
/** Nobody has more; a damaged book may seem to. */
const MOST = 100_000;

/** An address book by name. */
export class ContactPages {
  readonly #database: AppDatabase | undefined;
  /** Rows in the order of their names. */
  readonly #rows: readonly number[];

  constructor(database: AppDatabase | undefined) {
    this.#database = database?.has('ABPerson') ? database : undefined;
    const cards = this.#database ? contactsOf(this.#database) : [];
    const { compare } = new Intl.Collator();
    this.#rows = Iterator.from(cards)
      .take(MOST)
      .map(({ id, name, last }) => ({ id, name, by: last ?? name }))
      .toArray()
      .sort((one, other) => compare(one.by, other.by) || compare(one.name, other.name))
      .map(({ id }) => id);
  }

  get total(): number {
    return this.#rows.length;
  }

  page(number: number): PageOf<ContactCard> {
    const begin = number * CONTACTS_A_PAGE;
    const rows = this.#rows.slice(begin, begin + CONTACTS_A_PAGE);
    return { total: this.total, size: CONTACTS_A_PAGE, items: rows.flatMap((row) => this.#card(row)) };
  }

  #card(row: number): ContactCard[] {
    if (!this.#database) return [];
    const [contact] = Iterator.from(contactsOf(this.#database, { after: row - 1 })).take(1);
    return contact ? [shownContact(contact)] : [];
  }
}

function shownContact({ id, name, organization, values, birthday, note }: Contact): ContactCard {
  const born =
    birthday && [birthday.year, birthday.month, birthday.day].filter(Boolean).map(twoDigits).join('-');
  return {
    id: String(id),
    name,
    organization: organization === undefined || organization === name ? null : organization,
    values: [
      ...values.map((value) => ({ kind: value.kind, label: value.label ?? null, value: textOfValue(value) })),
      ...(born ? [{ kind: 'birthday', label: null, value: born }] : []),
      ...(note === undefined ? [] : [{ kind: 'note', label: null, value: note }]),
    ],
  };
}

function twoDigits(part: number | undefined): string {
  return String(part ?? '').padStart(2, '0');
}

function textOfValue(value: ContactValue): string {
  switch (value.kind) {
    case 'address':
      return [value.street, value.zip, value.city, value.state, value.country].filter(Boolean).join(', ');
    case 'messaging':
    case 'social':
      return [value.service, value.username ?? value.url].filter(Boolean).join(': ');
    case 'date':
      return value.date.toISOString().slice(0, 10);
    default:
      return value.value;
  }
}
