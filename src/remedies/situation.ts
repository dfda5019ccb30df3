import type { Clock } from '../kit/clock.ts';
import type { Facts } from '../kit/errors.ts';
import { type Evidence, type EvidenceFacts, type EvidenceKind, isEvidenceOf } from '../kit/evidence.ts';
import type { Gate } from '../kit/gate.ts';
import type { Emit, Phase } from '../kit/run-event.ts';
import type { Usbmux } from '../phone/usbmux.ts';
import type { Changes } from './changes.ts';

/** What is wrong, before anybody knows why. */
export interface Trouble {
  /**
   * The attempt ended; it goes on without a sign of life; the phone waits for a person; or it goes on, and something was
   * noticed that will get in its way.
   */
  readonly kind: 'ended' | 'stuck' | 'waiting' | 'noticed';
  readonly phase: Phase;
  /** The stable code of what ended it. */
  readonly code: string | undefined;
  readonly facts: Facts;
}

/** What the next attempt does differently; remedies change it. */
export interface Plan {
  destination: string;
  /** The disk of that, once an attempt has begun there. */
  device: number | undefined;
  /** Where to turn when that one cannot take the backup; undefined when it is in use or was not given. */
  orTo: string | undefined;
  /** Ask the phone for everything again. */
  full: boolean;
  /** What a cut run left is set aside instead of gone on with. */
  fresh: boolean;
  /** The phone is shown an empty folder; the earlier backup goes aside when the new one is in its place. */
  overNothing: boolean;
}

/** What a remedy may look at and use. */
export interface Situation {
  readonly clock: Clock;
  readonly mux: Usbmux;
  readonly emit: Emit;
  /** Undefined as long as no phone was reached or named. */
  readonly udid: string | undefined;
  /** `iPhone17,3` */
  readonly productType: string | undefined;
  readonly trouble: Trouble;
  /** All of the run, in the order of time. */
  readonly evidence: readonly Evidence[];
  readonly plan: Plan;
  /** How often this remedy was tried since the run last got further. */
  readonly tried: number;
  /** Lets the data of the attempt wait. */
  readonly gate: Gate;
  /** True as soon as the trouble of an attempt that still goes on is over. */
  readonly eased: () => boolean;
  /** How long a person may be waited for, in milliseconds, if the step itself would allow `ms`. */
  readonly patience: (ms: number) => number;
  /** Looks at the network and names what is wrong with it, by the id of a cause; undefined where that is no matter. */
  readonly networkTrouble?: ((signal: AbortSignal) => Promise<string | undefined>) | undefined;
  /** Settings of the phone that were changed for the run. */
  readonly changes: Changes;
}

/** The newest evidence of a kind. */
export function lastOf<Kind extends EvidenceKind>(
  { evidence }: Pick<Situation, 'evidence'>,
  kind: Kind,
): EvidenceFacts[Kind] | undefined {
  for (let index = evidence.length - 1; index >= 0; index -= 1) {
    const one = evidence[index];
    if (one && isEvidenceOf(one, kind)) return one.facts;
  }
  return undefined;
}
