import fc from 'fast-check';
import { ThawError } from '../../src/kit/errors.ts';
import { damaged } from './damaged.ts';
import type { Target } from './targets.ts';

/** Nobody's documents here have a thousand bytes: longer than this on any machine is a hang. */
const HANG_MS = 20_000;
/** Of what one input may leave in memory. */
const MAX_GROWTH_BYTES = 256 * 1024 * 1024;

/** Feeds a reader `inputs` damaged documents. Rejects with the smallest that it does not survive, and how to repeat it. */
export async function fuzz(target: Target, inputs: number, seed?: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(damaged(target.documents), async (bytes) => {
      const before = process.memoryUsage.rss();
      const began = performance.now();
      try {
        await target.read(bytes);
      } catch (thrown) {
        if (!(thrown instanceof ThawError)) throw thrown;
      }
      const ms = performance.now() - began;
      if (ms > HANG_MS) throw new Error(`${target.name} took ${ms} ms`);
      const growth = process.memoryUsage.rss() - before;
      if (growth > MAX_GROWTH_BYTES) throw new Error(`${target.name} took ${growth} bytes`);
    }),
    { numRuns: Math.max(1, Math.ceil(inputs / target.slowness)), ...(seed !== undefined && { seed }) },
  );
}
