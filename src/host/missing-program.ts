import { systemCodeOf } from '../kit/errors.ts';

/** True when a program could not be started because it is not there, or not to be run. */
export function isMissing(thrown: unknown): boolean {
  const code = systemCodeOf(thrown);
  return code === 'ENOENT' || code === 'EACCES' || code === 'ENOTDIR';
}
