/** What can be looked at inside a backup, as it stands in the address. */
export const INSIDE = ['photos', 'messages', 'contacts', 'files', 'search'] as const;
export type InsideView = (typeof INSIDE)[number];
