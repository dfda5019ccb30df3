import type { Cause } from '../../diagnosis/cause.ts';
import { Seen } from '../../diagnosis/seen.ts';
import type { Clock } from '../../kit/clock.ts';
import type { Evidence } from '../../kit/evidence.ts';
import type { Phone } from '../../phone/session.ts';
import type { PlistDict } from '../../wire/plist/value.ts';
import type { Found } from '../senses/sense.ts';

/**
 * `fine`: nothing in the way. `note`: worth knowing. `person`: somebody must do something first. `broken`: something is
 * damaged or will make the backup fail. `unknown`: it could not be looked at.
 */
export type Standing = 'fine' | 'note' | 'person' | 'broken' | 'unknown';

/** What one check came to, in words; `next` is the one thing to do, where there is one. */
export interface CheckResult {
  readonly standing: Standing;
  readonly sentence: string;
  readonly next?: string;
  readonly evidence: readonly Found[];
}

export interface CheckContext {
  readonly clock: Clock;
  /** What the phone tells anybody; undefined when none was reached. */
  readonly introduction: PlistDict | undefined;
  /** A session with the phone; undefined when it does not trust this computer, or is not there. */
  readonly phone: Phone | undefined;
  /** The folder that holds backups, absolute; undefined when none was named. */
  readonly destination: string | undefined;
  /** When this computer last made a good backup of the phone, as far as it remembers. */
  readonly lastContact: Date | undefined;
  /** Undefined where nobody asked for a look at the network, which talks to others. */
  readonly lookAtNetwork?: ((signal: AbortSignal) => Promise<readonly Evidence[]>) | undefined;
}

/**
 * One thing that can be looked at before a backup. A new one is a file here and a line in checks.ts. It changes nothing
 * on the phone or in a backup, takes little, and may fail: then it is `unknown`.
 */
export interface Check {
  /** Stable; scripts name it. */
  readonly id: string;
  /** What it looks at, as in “could not look at …”. */
  readonly title: string;
  /** Rows of docs/requirements.md it answers. */
  readonly requirements: readonly string[];
  /** Undefined when it does not apply: no phone, no destination, no earlier backup. */
  readonly look: (context: CheckContext, signal: AbortSignal) => Promise<CheckResult | undefined>;
}

export function fine(sentence: string, ...evidence: readonly Found[]): CheckResult {
  return { standing: 'fine', sentence, evidence };
}

/** The folder of this phone's backup; undefined when phone or destination are not known. */
export function folderOf({ destination, phone }: CheckContext): string | undefined {
  return destination === undefined || !phone ? undefined : `${destination}/${phone.device.udid}`;
}

/** Something that would stop a backup, in the words of the cause it would be. */
export function inWordsOf(cause: Cause, ...found: readonly Found[]): CheckResult {
  const { sentence, next } = cause.tell(new Seen(found.map((one) => ({ ...one, at: '' }))));
  return { standing: 'person', sentence, next, evidence: found };
}
