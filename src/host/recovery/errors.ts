import { ThawError } from '../../kit/errors.ts';

export type RecoveryCode =
  /** The project's own program for it is not on this computer. */
  | 'recovery.no-program'
  /** The phone, or the program, would not. */
  | 'recovery.refused'
  /** It was about to erase the phone, and nobody agreed to that. */
  | 'recovery.would-erase'
  /** Reinstalling iOS ended without success. */
  | 'recovery.failed';

export class RecoveryError extends ThawError<RecoveryCode> {}
