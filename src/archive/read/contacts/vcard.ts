import { escapedText, folded, parameterText } from '../output/content-line.ts';
import type { Contact, ContactValue } from './contact.ts';

export type VcardVersion = '3.0' | '4.0';

/** Apple's labels that vCard has a type for; any other becomes a grouped `X-ABLabel`. */
const TYPES: ReadonlyMap<string, string> = new Map([
  ['mobile', 'CELL'],
  ['iphone', 'CELL'],
  ['home', 'HOME'],
  ['work', 'WORK'],
  ['main', 'MAIN'],
  ['homefax', 'HOME,FAX'],
  ['workfax', 'WORK,FAX'],
  ['pager', 'PAGER'],
  ['other', 'OTHER'],
]);

/** A card in vCard 3.0 (RFC 2426), which every address book takes, or 4.0 (RFC 6350). */
export function vcardOf(contact: Contact, picture: Uint8Array | undefined, version: VcardVersion): string {
  const card = new Card(version);
  const { first, last, middle, prefix, suffix } = contact;
  card.add('FN', contact.name);
  card.addRaw('N', [last, first, middle, prefix, suffix].map(escapedText).join(';'));
  card.add('NICKNAME', contact.nickname);
  if (contact.organization ?? contact.department)
    card.addRaw('ORG', [contact.organization, contact.department].map(escapedText).join(';'));
  card.add('TITLE', contact.jobTitle);
  card.add('X-PHONETIC-FIRST-NAME', contact.phoneticFirst);
  card.add('X-PHONETIC-LAST-NAME', contact.phoneticLast);
  if (contact.isCompany)
    card.addRaw(version === '4.0' ? 'KIND' : 'X-ABShowAs', version === '4.0' ? 'org' : 'COMPANY');
  for (const value of contact.values) card.addValue(value);
  addBirthday(card, contact, version);
  if (contact.groups.length > 0) card.addRaw('CATEGORIES', contact.groups.map(escapedText).join(','));
  card.add('NOTE', contact.note);
  if (picture) addPicture(card, picture, version);
  card.add('UID', contact.guid);
  if (contact.modified) card.addRaw('REV', `${contact.modified.toISOString().slice(0, 19)}Z`);
  return card.text();
}

class Card {
  readonly #version: VcardVersion;
  readonly #lines: string[];
  #group = 0;

  constructor(version: VcardVersion) {
    this.#version = version;
    this.#lines = ['BEGIN:VCARD', `VERSION:${version}`, 'PRODID:-//Thaw//iPhone backup//EN'];
  }

  add(name: string, value: string | undefined): void {
    if (value !== undefined) this.addRaw(name, escapedText(value));
  }

  /** The value stands as it is. */
  addRaw(name: string, value: string): void {
    this.#lines.push(folded(`${name}:${value}`));
  }

  addValue(value: ContactValue): void {
    const { name, label, text } = propertyOf(value, this.#version);
    const type = TYPES.get(label?.toLowerCase() ?? '');
    if (label === undefined) {
      this.addRaw(name, text);
    } else if (type !== undefined) {
      this.addRaw(`${name};TYPE=${this.#version === '3.0' ? type : typeInFour(type)}`, text);
    } else {
      this.#group += 1;
      this.addRaw(`item${this.#group}.${name}`, text);
      this.add(`item${this.#group}.X-ABLabel`, label);
    }
  }

  text(): string {
    return `${[...this.#lines, 'END:VCARD'].join('\r\n')}\r\n`;
  }
}

interface Property {
  readonly name: string;
  readonly label: string | undefined;
  /** As it stands in the card. */
  readonly text: string;
}

function propertyOf(value: ContactValue, version: VcardVersion): Property {
  const { label } = value;
  switch (value.kind) {
    case 'phone':
      return { name: 'TEL', label, text: escapedText(value.value) };
    case 'email':
      return {
        name: version === '3.0' ? 'EMAIL;TYPE=INTERNET' : 'EMAIL',
        label,
        text: escapedText(value.value),
      };
    case 'web':
      return { name: 'URL', label, text: escapedText(value.value) };
    case 'relation':
      return { name: 'X-ABRELATEDNAMES', label: label ?? 'other person', text: escapedText(value.value) };
    case 'date':
      return { name: 'X-ABDATE', label: label ?? 'date', text: value.date.toISOString().slice(0, 10) };
    case 'address': {
      const { street, city, state, zip, country } = value;
      const fields = ['', '', street, city, state, zip, country];
      return { name: 'ADR', label, text: fields.map(escapedText).join(';') };
    }
    case 'messaging':
      return {
        name: `IMPP${serviceOf('X-SERVICE-TYPE', value.service)}`,
        label,
        text: escapedText(value.username),
      };
    case 'social': {
      const name = `X-SOCIALPROFILE${serviceOf('TYPE', value.service)}`;
      return { name, label: undefined, text: escapedText(value.url ?? value.username) };
    }
    case 'other':
      return { name: 'X-OTHER', label, text: escapedText(value.value) };
  }
}

/** Several types are one quoted list since version 4. */
function typeInFour(type: string): string {
  return type.includes(',') ? `"${type.toLowerCase()}"` : type.toLowerCase();
}

function addBirthday(card: Card, { birthday }: Contact, version: VcardVersion): void {
  if (!birthday) return;
  const [month, day] = [birthday.month, birthday.day].map((number) => String(number).padStart(2, '0'));
  const year = birthday.year === undefined ? undefined : String(birthday.year).padStart(4, '0');
  if (version === '4.0') card.addRaw('BDAY', `${year ?? '--'}${month}${day}`);
  else if (year === undefined) card.addRaw('BDAY;X-APPLE-OMIT-YEAR=1604', `1604-${month}-${day}`);
  else card.addRaw('BDAY', `${year}-${month}-${day}`);
}

function addPicture(card: Card, picture: Uint8Array, version: VcardVersion): void {
  const base64 = Buffer.from(picture).toString('base64');
  const isPng = picture[0] === 0x89;
  if (version === '3.0') card.addRaw(`PHOTO;ENCODING=b;TYPE=${isPng ? 'PNG' : 'JPEG'}`, base64);
  else card.addRaw('PHOTO', `data:image/${isPng ? 'png' : 'jpeg'};base64,${base64}`);
}

function serviceOf(name: string, service: string | undefined): string {
  return service === undefined ? '' : `;${name}=${parameterText(service)}`;
}
