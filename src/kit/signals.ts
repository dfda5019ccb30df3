import type { Clock } from './clock.ts';

/** The promise, or the signal's reason as soon as it aborts. The work itself goes on: it must watch the signal too. */
export function abortable<T>(promise: Promise<T>, signal?: AbortSignal): Promise<T> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const onAbort = (): void => reject(signal.reason);
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}

/**
 * Runs `work` with a limit in milliseconds. At the limit the signal it was given aborts with `onLimit()`,
 * and that error is what the caller gets; an abort from outside passes through with its own reason.
 */
export async function withTimeLimit<T>(
  clock: Clock,
  ms: number,
  onLimit: () => Error,
  work: (signal: AbortSignal) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  const limit = new AbortController();
  using _timer = clock.after(ms, () => limit.abort(onLimit()));
  const both = signal ? AbortSignal.any([signal, limit.signal]) : limit.signal;
  return await abortable(work(both), both);
}

/**
 * Work side by side: the first failure aborts `stop`, which the others watch; all have ended when this settles,
 * and that first failure is what the caller gets.
 */
export async function allOrNone<T extends readonly unknown[]>(
  stop: AbortController,
  work: readonly [...{ [K in keyof T]: Promise<T[K]> }],
): Promise<T> {
  for (const each of work) each.catch((error: unknown) => stop.abort(error));
  await Promise.allSettled(work);
  if (stop.signal.aborted) throw stop.signal.reason;
  return await Promise.all(work);
}
