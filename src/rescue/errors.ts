import { ThawError } from '../kit/errors.ts';

export type RescueCode =
  /** Only a person can go on from here; facts: step, sentence. */
  | 'rescue.person-needed'
  /** Nothing moved any more and nothing helped. */
  | 'rescue.stuck'
  /** A remedy ended the attempt; never seen outside. */
  | 'rescue.interrupted';

export class RescueError extends ThawError<RescueCode> {}
