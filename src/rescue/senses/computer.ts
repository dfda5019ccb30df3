import { thisComputer } from '../../host/computer.ts';
import { secondsSinceBoot } from '../../host/linux/power.ts';
import { loadPerProcessor, lookAtLoad } from '../../host/load.ts';
import { sleepsSince } from '../../host/power/power.ts';
import { systemClock } from '../../kit/clock.ts';
import type { EvidenceFacts } from '../../kit/evidence.ts';
import type { Perceiving } from './sense.ts';

const EVERY_MS = 1000;
/** A program that should have been woken this long ago is kept from the processor, or from its own memory. */
const BUSY_MS = 2500;
/** So much more time passed than this program lived through: the computer was asleep. */
const SLEPT_MS = 20_000;
/** Measuring who is busy takes this computer's time, too. */
const LOAD_EVERY_MS = 60_000;
const SCARCE_MEMORY = 0.04;

/**
 * Watches this computer by being woken every second: how late that happens, and whether time ran on meanwhile. In the
 * computer's own time, whatever the clock of the run.
 */
export async function computerSense(perceiving: Perceiving, signal: AbortSignal): Promise<void> {
  const { sign, tell } = perceiving;
  let loadSeen = Number.NEGATIVE_INFINITY;
  for (let before = await moment(); !signal.aborted; ) {
    await systemClock.sleep(EVERY_MS, signal);
    const now = await moment();
    const late = now.ticks - before.ticks - EVERY_MS;
    const sleptMs = await sleptBetween(before, now, signal);
    if (sleptMs !== undefined) {
      const seconds = Math.round(sleptMs.ms / 1000);
      sign({ kind: 'held-up', seconds });
      tell({ kind: 'computer.slept', source: 'computer', facts: { seconds, ...sleptMs.why } });
    } else if (late > BUSY_MS) {
      const facts = { delayMilliseconds: Math.round(late), load: loadPerProcessor() };
      tell({ kind: 'computer.busy', source: 'computer', facts }, 30);
      if (now.ticks - loadSeen > LOAD_EVERY_MS) await tellLoad(perceiving, signal);
      loadSeen = now.ticks;
    } else sign({ kind: 'computer', of: 'event-loop' });
    before = await moment();
  }
}

/** One moment by three clocks: ours, the calendar's, and that which also counts while the computer sleeps. */
interface Moment {
  readonly ticks: number;
  readonly date: Date;
  readonly sinceBootMs: number | undefined;
}

async function moment(): Promise<Moment> {
  const { system, root } = thisComputer();
  const sinceBoot = system === 'linux' ? await secondsSinceBoot(root) : undefined;
  return {
    ticks: systemClock.ticks(),
    date: systemClock.now(),
    sinceBootMs: sinceBoot === undefined ? undefined : sinceBoot * 1000,
  };
}

interface Slept {
  readonly ms: number;
  readonly why: Pick<EvidenceFacts['computer.slept'], 'reason'>;
}

/**
 * Linux counts the time asleep in one clock and leaves it out of another. Elsewhere both run on, so that a long delay is
 * a sleep only if the system's own log says so; a date that was set anew is none.
 */
async function sleptBetween(before: Moment, now: Moment, signal: AbortSignal): Promise<Slept | undefined> {
  const lived = now.ticks - before.ticks;
  if (before.sinceBootMs !== undefined && now.sinceBootMs !== undefined) {
    const ms = now.sinceBootMs - before.sinceBootMs - lived;
    return ms > SLEPT_MS ? { ms, why: {} } : undefined;
  }
  const passed = now.date.getTime() - before.date.getTime();
  if (passed < SLEPT_MS) return undefined;
  const sleep = (await sleepsSince(before.date, signal)).at(-1);
  if (sleep) {
    const { seconds, reason } = sleep;
    return {
      ms: seconds === undefined ? passed : seconds * 1000,
      why: reason === 'unknown' ? {} : { reason },
    };
  }
  return passed - lived > SLEPT_MS ? { ms: passed - lived, why: {} } : undefined;
}

/** Who keeps the others waiting. */
async function tellLoad({ tell }: Perceiving, signal: AbortSignal): Promise<void> {
  const { busiest, memory } = await lookAtLoad(signal);
  if (busiest) {
    const facts = { name: busiest.name, does: 'starves', percent: busiest.percent } as const;
    tell({ kind: 'computer.program', source: 'computer', facts });
  }
  if (memory && memory.availableBytes < memory.totalBytes * SCARCE_MEMORY)
    tell({ kind: 'computer.memory', source: 'computer', facts: memory }, 30);
}
