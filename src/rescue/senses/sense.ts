import type { Clock } from '../../kit/clock.ts';
import type { EvidenceKind, EvidenceOf } from '../../kit/evidence.ts';
import type { Phone, PhoneLink } from '../../phone/session.ts';
import type { Sign } from '../../watch/sign.ts';

/** Evidence before it gets its time. */
export type Found = { readonly [Kind in EvidenceKind]: Omit<EvidenceOf<Kind>, 'at'> }[EvidenceKind];

/** What every sense is given. Both calls are cheap and never throw. */
export interface Perceiving {
  readonly clock: Clock;
  readonly sign: (sign: Sign) => void;
  /** The same fact is not told twice within half a minute, nor the same kind within `everySeconds`. */
  readonly tell: (found: Found, everySeconds?: number) => void;
}

/** A sense that any phone on the bus allows. Goes on until its signal aborts; a failure ends it, and it is begun anew. */
export type LinkSense = (link: PhoneLink, perceiving: Perceiving, signal: AbortSignal) => Promise<void>;

/** A sense that only a phone allows which trusts this computer. */
export type PhoneSense = (phone: Phone, perceiving: Perceiving, signal: AbortSignal) => Promise<void>;
