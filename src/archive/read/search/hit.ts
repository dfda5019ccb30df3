/** Something in a backup that fits what is searched for. */
export type Hit =
  | {
      readonly kind: 'file';
      readonly domain: string;
      readonly path: string;
      readonly size: number;
      readonly modified: Date;
    }
  | { readonly kind: 'contact'; readonly name: string; readonly snippet: string }
  | {
      readonly kind: 'note';
      readonly title: string;
      readonly folders: readonly string[];
      readonly at: Date | undefined;
      readonly snippet: string;
    }
  | {
      readonly kind: 'message';
      readonly app: string;
      readonly conversation: string;
      readonly from: string;
      readonly at: Date | undefined;
      readonly guid: string;
      readonly snippet: string;
    };

/** Where a part of the search could not be made: what was searched, and the code of the error. */
export interface Unsearched {
  readonly kind: 'unsearched';
  readonly what: 'contacts' | 'notes' | 'messages' | 'whatsapp';
  readonly code: string;
}
