import { availableParallelism, loadavg } from 'node:os';

/** How many programs want each processor, over the last minute; 0 on Windows, which does not tell. */
export function loadPerProcessor(): number {
  const [lastMinute = 0] = loadavg();
  return Math.round((lastMinute / availableParallelism()) * 100) / 100;
}
