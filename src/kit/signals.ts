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
