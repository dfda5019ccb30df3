/** Why an iCloud backup failed, as far as the phone tells. */
export type CloudReason =
  /** No room left in the person's iCloud storage. */
  | 'icloud-full'
  /** No room left on the phone for what a backup needs meanwhile. */
  | 'phone-full'
  /** A file is listed, but is not there or changes under the reader. */
  | 'missing-file'
  /** Files whose encryption keys are not to be had. */
  | 'missing-keys'
  | 'network'
  /** The server's certificate was not the right one: somebody reads along, or the date is wrong. */
  | 'tls-refused'
  /** A process of the phone that the backup needs ended. */
  | 'helper-died'
  /** Nobody is signed in, or Apple wants to know again who it is. */
  | 'account'
  | 'server-busy'
  /** The phone itself put it off: other work, Low Power Mode, heat. */
  | 'put-off'
  | 'locked'
  /** A restore from iCloud is not over yet. */
  | 'restoring'
  | 'cancelled'
  /** A number whose meaning nobody has published. */
  | 'unknown';
