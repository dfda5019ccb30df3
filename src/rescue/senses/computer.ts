import { loadPerProcessor } from '../../host/load.ts';
import { systemClock } from '../../kit/clock.ts';
import type { Perceiving } from './sense.ts';

const EVERY_MS = 1000;
/** A program that should have been woken this long ago is kept from the processor, or from its own memory. */
const BUSY_MS = 2500;
/** So much more time passed than this program lived through: the computer was asleep. */
const SLEPT_MS = 20_000;

/**
 * Watches this computer by being woken every second: how late that happens, and whether the date ran on meanwhile. In
 * the computer's own time, whatever the clock of the run.
 */
export async function computerSense({ sign, tell }: Perceiving, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const before = { ticks: systemClock.ticks(), date: systemClock.now().getTime() };
    await systemClock.sleep(EVERY_MS, signal);
    const lived = systemClock.ticks() - before.ticks;
    const passed = systemClock.now().getTime() - before.date;
    const late = lived - EVERY_MS;
    if (passed - lived > SLEPT_MS) {
      const seconds = Math.round((passed - lived) / 1000);
      sign({ kind: 'held-up', seconds });
      tell({ kind: 'computer.slept', source: 'computer', facts: { seconds } });
    } else if (late > BUSY_MS) {
      const facts = { delayMilliseconds: Math.round(late), load: loadPerProcessor() };
      tell({ kind: 'computer.busy', source: 'computer', facts }, 30);
    } else sign({ kind: 'computer', of: 'event-loop' });
  }
}
