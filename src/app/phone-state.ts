/** How a phone is, from the state in which it can be backed up to those in which nothing can be seen of it. */
export type PhoneState =
  | 'normal'
  | 'locked'
  /** It was restarted and not unlocked since: most of its files cannot be read. */
  | 'before-first-unlock'
  | 'untrusted'
  /** The set-up assistant, or the activation, is not through. */
  | 'setup'
  /** An update of iOS is prepared or installed. */
  | 'updating'
  /** On the bus, and its doorkeeper refuses: starting up, installing an update, or hanging in the start. */
  | 'starting'
  /** On the bus, and nothing answers: busy, or frozen. */
  | 'silent'
  /** It answers, and something else is in the way. */
  | 'unreachable'
  /** A restore or update by a computer is under way. */
  | 'restore'
  | 'recovery'
  | 'dfu'
  /** On the bus, and usbmuxd does not know of it. */
  | 'unseen'
  /** It takes power from this computer, and shows no data. */
  | 'charging-only';

/** What to know before touching a phone in a state. */
export interface Conduct {
  /** How long it mostly lasts, in words. */
  readonly lasts: string;
  /** What unplugging, buttons or commands would do now. `dangerous`: leave it alone altogether. */
  readonly touching: 'harmless' | 'patience' | 'dangerous';
}

const UNTIL_A_PERSON = 'until you do it';

/** The times are those of Apple's own advice where it gives any: an hour for an update, 15 minutes until recovery is left. */
export const conducts: Readonly<Record<PhoneState, Conduct>> = {
  normal: { lasts: 'as long as you like', touching: 'harmless' },
  locked: { lasts: UNTIL_A_PERSON, touching: 'harmless' },
  'before-first-unlock': { lasts: UNTIL_A_PERSON, touching: 'harmless' },
  untrusted: { lasts: UNTIL_A_PERSON, touching: 'harmless' },
  setup: { lasts: 'until it is finished on the phone', touching: 'harmless' },
  updating: { lasts: 'mostly 10 to 40 minutes, up to an hour', touching: 'dangerous' },
  starting: {
    lasts:
      'a start takes under two minutes; with a bar below the Apple logo it is an update and may take an hour',
    touching: 'dangerous',
  },
  silent: { lasts: 'a busy iPhone answers again within about five minutes', touching: 'patience' },
  unreachable: { lasts: 'until what is in the way is gone', touching: 'harmless' },
  restore: { lasts: 'mostly 10 to 30 minutes', touching: 'dangerous' },
  recovery: { lasts: 'until it is left, by command or by its buttons', touching: 'harmless' },
  dfu: { lasts: 'until its buttons restart it', touching: 'harmless' },
  unseen: { lasts: 'until it is plugged in anew or the service runs', touching: 'harmless' },
  'charging-only': {
    lasts: 'until another cable or port is used, or the iPhone is unlocked',
    touching: 'harmless',
  },
};
