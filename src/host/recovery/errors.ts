import { ThawError } from '../../kit/errors.ts';

export type RecoveryCode =
  /** The project's own program for it is not on this computer. */
  | 'recovery.no-program'
  /** The phone, or the program, would not. */
  | 'recovery.refused'
  /** It was about to erase the phone, and nobody agreed to that. */
  | 'recovery.would-erase'
  /** The phone updates itself, or somebody restores it: it must not be touched. */
  | 'recovery.at-work'
  /** There is no verified backup of this phone in hand. */
  | 'recovery.no-backup'
  /** The person did not agree, or not in so many words. */
  | 'recovery.not-agreed'
  /** Reinstalling iOS ended without success. */
  | 'recovery.failed';

export class RecoveryError extends ThawError<RecoveryCode> {}
