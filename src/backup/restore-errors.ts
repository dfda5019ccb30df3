import { ThawError } from '../kit/errors.ts';

/** What can be in the way of a restore, found beforehand or said by the phone. */
export type RestoreErrorCode =
  /** Find My is on. */
  | 'restore.find-my'
  /** Facts: neededBytes, freeBytes, or the phone's text. */
  | 'restore.no-room'
  /** The backup is of a newer iOS; facts: backup, phone. */
  | 'restore.newer-ios'
  | 'restore.locked'
  | 'restore.setup-unfinished'
  | 'restore.wrong-password'
  /** The phone, or the proof beforehand, finds the backup not whole; facts: kind, findings, first (in words), or the phone's text. */
  | 'restore.not-whole'
  | 'restore.icloud-restore'
  /** Some files did not arrive; facts: files, path. */
  | 'restore.partly'
  | 'restore.cancelled-on-phone'
  | 'restore.link-lost'
  /** Interrupted on this computer before anything was touched. */
  | 'restore.not-begun'
  /** Interrupted on this computer while the phone was restoring. */
  | 'restore.stopped'
  /** The person did not say that the phone may be overwritten; facts: phone. */
  | 'restore.not-confirmed'
  | 'restore.refused';

/** `facts.errorCode` and `facts.text` carry the phone's own words where it gave any. */
export class RestoreError extends ThawError<RestoreErrorCode> {}
