/** A calendar of an account. */
export interface Calendar {
  readonly id: number;
  readonly title: string;
  readonly account: string | undefined;
  /** `#RRGGBB`. */
  readonly color: string | undefined;
}

export interface CalendarEvent {
  readonly id: number;
  readonly uid: string;
  readonly summary: string | undefined;
  readonly description: string | undefined;
  readonly location: string | undefined;
  readonly geo: { readonly latitude: number; readonly longitude: number } | undefined;
  readonly start: Date | undefined;
  readonly end: Date | undefined;
  readonly allDay: boolean;
  /** IANA; undefined for times without a zone (floating). */
  readonly zone: string | undefined;
  readonly status: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED' | undefined;
  readonly free: boolean;
  readonly isPrivate: boolean;
  readonly url: string | undefined;
  readonly created: Date | undefined;
  readonly modified: Date | undefined;
  readonly sequence: number;
  /** Rules in iCalendar's words, without the end. */
  readonly rules: readonly RecurrenceRule[];
  /** Starts that do not take place. */
  readonly exceptions: readonly Date[];
  /** Of an occurrence that was changed: the start it replaces. */
  readonly replaces: Date | undefined;
  readonly alarms: readonly Alarm[];
  readonly attendees: readonly Attendee[];
}

export interface RecurrenceRule {
  /** `FREQ=WEEKLY;BYDAY=TU`. */
  readonly rule: string;
  readonly until: Date | undefined;
}

export type Alarm =
  /** Seconds; before the start when negative. */
  { readonly kind: 'relative'; readonly seconds: number } | { readonly kind: 'absolute'; readonly at: Date };

export interface Attendee {
  readonly organizer: boolean;
  readonly name: string | undefined;
  /** `mailto:…`. */
  readonly address: string;
  readonly status: string | undefined;
  readonly role: string | undefined;
}
