/** Text that may stand in a page as it is. Only {@link html} makes it. */
export class Html {
  readonly value: string;

  constructor(value: string) {
    this.value = value;
  }
}

export type Fragment = Html | string | number | undefined | readonly Fragment[];

/** Markup with values in it: every value is escaped unless it is markup already; undefined is nothing. */
export function html(strings: TemplateStringsArray, ...values: readonly Fragment[]): Html {
  let value = strings[0] ?? '';
  values.forEach((each, index) => {
    value += markup(each) + (strings[index + 1] ?? '');
  });
  return new Html(value);
}

function markup(fragment: Fragment): string {
  if (fragment instanceof Html) return fragment.value;
  if (fragment === undefined) return '';
  if (typeof fragment === 'string') return escaped(fragment);
  if (typeof fragment === 'number') return String(fragment);
  return fragment.map(markup).join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
/** Marks that turn the direction of writing could make a text look like another. */
const STEERING = /[\u202a-\u202e\u2066-\u2069]|[^\P{Cc}\n\t]/gu;

function escaped(text: string): string {
  return text.replace(STEERING, '').replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

/** A text with its line breaks, and web addresses as links. */
export function proseOf(text: string): Html {
  const pieces = text.split(/(https?:\/\/[^\s<>"']{3,2000})/u);
  return html`${pieces.map((piece, index) => (index % 2 === 1 ? webLink(piece, piece) : brokenLines(piece)))}`;
}

/** A link to the web; anything that is no web address stays text. */
export function webLink(url: string, label: string): Html {
  return /^https?:\/\//i.test(url)
    ? html`<a href="${url}" rel="noopener noreferrer nofollow">${label}</a>`
    : html`${label}`;
}

/** A path of this export as a link: each part encoded, so that no name can change what it means. */
export function fileUrl(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

function brokenLines(text: string): Fragment {
  return text.split('\n').map((line, index) => (index === 0 ? html`${line}` : html`<br>${line}`));
}
