import { systemCodeOf, ThawError } from '../kit/errors.ts';

/** Throws what was thrown: as `usage` where it says that the port is another program's. */
export function portTaken(thrown: unknown): never {
  if (systemCodeOf(thrown) !== 'EADDRINUSE') throw thrown;
  const message = 'Another program listens on that port. Give another one, or 0 for any that is free.';
  throw new ThawError('usage', message, { cause: thrown, facts: { message } });
}
