/** What a check found and a repair says, as data without anything else of those rooms: a page in a browser can know them. */
export type { Finding } from '../archive/finding.ts';
export type { BeyondSaid, MendSaid } from '../archive/repair/saying.ts';
