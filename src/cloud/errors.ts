import { ThawError } from '../kit/errors.ts';

export type CloudCode =
  /** Apple's System Status has another form than the one known. */
  'cloud.status-unreadable';

export class CloudError extends ThawError<CloudCode> {}
