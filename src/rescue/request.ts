import type { Clock } from '../kit/clock.ts';
import type { Emit, NamedCause } from '../kit/run-event.ts';
import type { Usbmux } from '../phone/usbmux.ts';
import type { Changes } from '../remedies/changes.ts';
import type { Norms } from '../watch/sign.ts';
import type { EncryptionNotes } from './encryption-for-run.ts';

/** What is wanted of a run. */
export interface RescueRequest {
  readonly mux: Usbmux;
  readonly udid?: string | undefined;
  /** The folder that holds backups; the phone's own folder is made inside. */
  readonly destination: string;
  /** Where to turn when that one cannot take the backup. */
  readonly orTo?: string | undefined;
  /** Ask the phone for everything again. */
  readonly full: boolean;
  /** Earlier states to keep; all when not given. */
  readonly keep?: number | undefined;
  /** Switch encryption on if it is off, with the password; off again when the run fails. */
  readonly encrypt?: boolean | undefined;
  /** Of encrypted backups, for the proof; when not given, the one the keychain keeps. */
  readonly password?: string | undefined;
  /** How long a person is waited for in the whole run; undefined: as long as each step may take. */
  readonly waitForPersonMs?: number | undefined;
}

/** What a run stands on. */
export interface RescueMeans {
  readonly clock: Clock;
  readonly emit: Emit;
  /** What a failure means where no cause of the diagnosis explains it, and whether only a person can go on from it. */
  readonly explain: (thrown: unknown) => Explanation;
  readonly changes: Changes;
  readonly encryptionNotes: EncryptionNotes;
  /** Only where it is the network that is looked at. */
  readonly networkTrouble?: ((signal: AbortSignal) => Promise<string | undefined>) | undefined;
  /** What is normal for a phone, from its earlier runs. Asked once, as soon as a run has lasted a moment. */
  readonly normsOf?: ((udid: string) => Promise<Norms>) | undefined;
}

export interface Explanation {
  readonly cause: NamedCause;
  readonly needsPerson: boolean;
  /** Nothing a remedy could mend: a wrong argument, no phone at all. */
  readonly final: boolean;
}
