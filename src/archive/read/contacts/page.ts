import { type Fragment, type Html, html, proseOf } from '../output/html.ts';
import { PAGE_END, pageStart } from '../output/page.ts';
import type { Contact, ContactValue } from './contact.ts';

/** Larger pictures are in the vCards alone. */
const MAX_INLINE_BYTES = 200_000;

/** All cards on one page, piece by piece. */
export function* contactPage(
  contacts: Iterable<Contact>,
  count: number,
  pictureOf: (contact: Contact) => Uint8Array | undefined,
): Generator<string> {
  yield pageStart('Contacts', html`<p>${count} in the address book of this iPhone.</p>`);
  yield '<ul class="plain">\n';
  for (const contact of contacts) yield card(contact, pictureOf(contact)).value;
  yield `</ul>\n${PAGE_END}`;
}

function card(contact: Contact, picture: Uint8Array | undefined): Html {
  const face =
    picture && picture.length <= MAX_INLINE_BYTES
      ? html`<img class="face" alt="" src="data:image/${picture[0] === 0x89 ? 'png' : 'jpeg'};base64,${Buffer.from(picture).toString('base64')}"> `
      : undefined;
  const role = [contact.jobTitle, contact.department, contact.organization].filter(Boolean).join(', ');
  return html`<li>${face}<strong>${contact.name}</strong>${role && role !== contact.name ? html` <span class="soft">${role}</span>` : undefined}
${contact.values.map(line)}${birthday(contact)}${contact.note === undefined ? undefined : html`<p class="soft">${proseOf(contact.note)}</p>`}</li>
`;
}

function line(value: ContactValue): Html {
  return html`<div>${value.label === undefined ? undefined : html`<span class="soft">${value.label}</span> `}${textOf(value)}</div>`;
}

function textOf(value: ContactValue): Fragment {
  switch (value.kind) {
    case 'date':
      return value.date.toISOString().slice(0, 10);
    case 'address':
      return [value.street, value.zip, value.city, value.state, value.country].filter(Boolean).join(', ');
    case 'messaging':
    case 'social':
      return [value.service, value.username ?? value.url].filter(Boolean).join(': ');
    default:
      return value.value;
  }
}

function birthday({ birthday }: Contact): Html | undefined {
  if (!birthday) return undefined;
  const { year, month, day } = birthday;
  const date = [year ?? '–', String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
  return html`<div><span class="soft">Birthday</span> ${date}</div>`;
}
