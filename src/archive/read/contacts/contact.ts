/** A card of the address book. Labels as a person reads them. */
export interface Contact {
  readonly id: number;
  readonly guid: string | undefined;
  /** As the phone shows it. */
  readonly name: string;
  readonly first: string | undefined;
  readonly middle: string | undefined;
  readonly last: string | undefined;
  readonly prefix: string | undefined;
  readonly suffix: string | undefined;
  readonly nickname: string | undefined;
  readonly phoneticFirst: string | undefined;
  readonly phoneticLast: string | undefined;
  readonly organization: string | undefined;
  readonly department: string | undefined;
  readonly jobTitle: string | undefined;
  readonly note: string | undefined;
  readonly birthday: Birthday | undefined;
  readonly isCompany: boolean;
  readonly modified: Date | undefined;
  /** The account the card is in; undefined for the phone itself. */
  readonly account: string | undefined;
  readonly groups: readonly string[];
  readonly values: readonly ContactValue[];
}

export interface Birthday {
  /** Unknown for many. */
  readonly year: number | undefined;
  readonly month: number;
  readonly day: number;
}

/** One of a card's lines. */
export type ContactValue =
  | {
      readonly kind: 'phone' | 'email' | 'web' | 'relation' | 'other';
      readonly label: string | undefined;
      readonly value: string;
    }
  | { readonly kind: 'date'; readonly label: string | undefined; readonly date: Date }
  | ({ readonly kind: 'address'; readonly label: string | undefined } & PostalAddress)
  | ({ readonly kind: 'messaging' | 'social'; readonly label: string | undefined } & Profile);

export interface PostalAddress {
  readonly street: string | undefined;
  readonly city: string | undefined;
  readonly state: string | undefined;
  readonly zip: string | undefined;
  readonly country: string | undefined;
  readonly countryCode: string | undefined;
}

export interface Profile {
  readonly service: string | undefined;
  readonly username: string | undefined;
  readonly url: string | undefined;
}
