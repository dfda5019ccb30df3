import type { Phase } from '../kit/run-event.ts';

/** A moment in which something showed that it lives. */
export type Sign =
  /** Data arrived, a file ended, or the phone said or asked something in the conversation. */
  | { readonly kind: 'bytes' | 'files' | 'message' }
  /** The phone's own figure, 0…100; it is a sign of life only where it is higher than ever before. */
  | { readonly kind: 'percent'; readonly percent: number }
  /** From beside the conversation. `of`: the process, the notification, the layer. */
  | {
      readonly kind: 'log' | 'notification' | 'ping' | 'attached' | 'detached' | 'disk' | 'computer';
      readonly of: string;
    }
  /** A question on a second connection got no answer. */
  | { readonly kind: 'mute' }
  /** This computer was itself held up or asleep: silence of that time says nothing about the phone. */
  | { readonly kind: 'held-up'; readonly seconds: number };

export type SignKind = Sign['kind'];

/** What one phase's signs of life are worth, and how long it may be without any. */
export interface PhaseNorm {
  /** While one of these moves, the run moves. */
  readonly strong: readonly SignKind[];
  /** While only these do, it is quiet, for however long. */
  readonly weak: readonly SignKind[];
  /** No strong sign for so long: it is no longer moving. */
  readonly quietAfterSeconds: number;
  /** No sign at all for so long, where the phone's log is heard: it is stuck. */
  readonly stuckAfterSeconds: number;
  /** The same where the log was never heard, and silence says less. */
  readonly unheardAfterSeconds: number;
}

export interface Norms {
  readonly phases: Readonly<Record<Phase, PhaseNorm>>;
  /** A person is waited for at most so long before silence counts again: the phone may have forgotten its question. */
  readonly personSeconds: number;
  /** A phone that leaves questions on a second connection unanswered is stuck after so much silence. */
  readonly muteSeconds: number;
  /** A phone that left the bus is given so long to come back. */
  readonly awaySeconds: number;
  /** At 100 % nothing more arrives and no end comes for so long: the end is missing. */
  readonly noEndSeconds: number;
  /** So much silence at most is excused by this computer having been held up. */
  readonly excusedSeconds: number;
}
