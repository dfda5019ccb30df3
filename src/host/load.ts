import { availableParallelism, loadavg } from 'node:os';
import { systemClock } from '../kit/clock.ts';

/** How many programs want each processor, over the last minute; 0 on Windows, which does not tell. */
export function loadPerProcessor(): number {
  const [lastMinute = 0] = loadavg();
  return Math.round((lastMinute / availableParallelism()) * 100) / 100;
}

/** Who uses this computer most. */
export interface Load {
  /** The program with the largest share of the processor, this one left out; undefined when none has much. */
  readonly busiest?: { readonly name: string; readonly percent: number };
  readonly memory?: { readonly availableBytes: number; readonly totalBytes: number };
}

/** Of all processors together; less starves nobody. */
const MUCH_PERCENT = 20;
/** Shares are of the time between two looks. */
const BETWEEN_MS = 1000;

/** Measures for a second or so. Never rejects but for its signal: what cannot be learned is left out. */
export async function lookAtLoad(signal: AbortSignal): Promise<Load> {
  // Loaded when it is wanted: it is large, and few runs need it.
  const { default: system } = await import('systeminformation');
  const memory = await system.mem().catch(() => undefined);
  const before = await system.processes().catch(() => undefined);
  await systemClock.sleep(BETWEEN_MS, signal);
  const now = await system.processes().catch(() => undefined);
  // Those that have just begun are the library's own.
  const lasting = new Set(before?.list.map(({ pid }) => pid));
  const [busiest] = (now?.list ?? [])
    .filter(({ pid }) => lasting.has(pid) && pid !== process.pid)
    .sort((one, other) => other.cpu - one.cpu);
  return {
    ...(busiest &&
      busiest.cpu >= MUCH_PERCENT && { busiest: { name: busiest.name, percent: Math.round(busiest.cpu) } }),
    ...(memory &&
      memory.total > 0 && { memory: { availableBytes: memory.available, totalBytes: memory.total } }),
  };
}
