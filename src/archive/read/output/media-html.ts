import { fileUrl, type Html, html } from './html.ts';
import { shownAs } from './media.ts';

/** A file of this export in a page: shown where a browser can, else a link with its name. `to`: below the page's folder. */
export function mediaHtml(to: string, name: string): Html {
  const url = fileUrl(to);
  switch (shownAs(to)) {
    case 'image':
      return html`<a href="${url}"><img src="${url}" alt="${name}" loading="lazy"></a>`;
    case 'video':
      return html`<video controls preload="none" src="${url}"></video><a class="soft" href="${url}">${name}</a>`;
    case 'audio':
      return html`<audio controls preload="none" src="${url}"></audio>`;
    case 'link':
      return html`<a class="chip" href="${url}">${name}</a>`;
    case 'file':
      return html`<span class="chip">${name}</span>`;
  }
}

/** In the place of a file that is not there. */
export function missingHtml(name: string, why: string): Html {
  return html`<span class="chip">${name} <span class="soft">(${why})</span></span>`;
}
