import { setTimeout as sleep } from 'node:timers/promises';

const LIMIT_MS = 150_000;

/** Waits until something is so that playwright has no word for. */
export async function until(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  const began = performance.now();
  while (!(await isSo())) {
    if (performance.now() - began > LIMIT_MS) throw new Error(`It never came to this: ${what}`);
    await sleep(100);
  }
}
