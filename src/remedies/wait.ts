import { isAbort } from '../kit/errors.ts';
import type { Situation } from './situation.ts';

/** How often something that may change is looked at. */
const LOOK_EVERY_MS = 1000;

/** Looks again and again until it is so; false at the limit. A look that fails is a look that saw nothing. */
export async function until(
  { clock }: Pick<Situation, 'clock'>,
  limitMs: number,
  look: (signal: AbortSignal) => Promise<boolean> | boolean,
  signal: AbortSignal,
): Promise<boolean> {
  const deadline = clock.ticks() + limitMs;
  for (;;) {
    if (await looked(look, signal)) return true;
    if (clock.ticks() >= deadline) return false;
    await clock.sleep(LOOK_EVERY_MS, signal);
  }
}

async function looked(
  look: (signal: AbortSignal) => Promise<boolean> | boolean,
  signal: AbortSignal,
): Promise<boolean> {
  try {
    return await look(signal);
  } catch (thrown) {
    if (isAbort(thrown, signal)) throw thrown;
    return false;
  }
}
