import { defineFault } from '../fault.ts';

/** The agent stays connected and neither sends nor logs anything. */
export const silence = defineFault('silence', { falls: 'agent' }, {}, async ({ over, signal }) => {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  over.addEventListener('abort', () => resolve(), { once: true });
  signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  if (over.aborted) return;
  signal.throwIfAborted();
  await promise;
});
