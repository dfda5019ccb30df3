import { ThawError } from '../kit/errors.ts';

/** Why the page's server says no. */
export type PageCode =
  | 'page.no-key'
  | 'page.wrong-door'
  | 'page.too-large'
  | 'page.not-json'
  | 'page.not-understood'
  | 'page.unknown'
  | 'page.outside'
  | 'page.no-destination'
  | 'page.phone-busy'
  | 'page.backup-busy'
  | 'page.no-question'
  | 'page.wrong-answer'
  | 'page.no-report'
  | 'page.no-virtual'
  | 'page.apple-silent'
  | 'page.ending';

export class PageError extends ThawError<PageCode> {}
