import { useSyncExternalStore } from 'react';

/** Whether the server could be heard lately; every stream tells of it. */
let heard = true;
const listeners = new Set<() => void>();

export function tellHeard(now: boolean): void {
  if (heard === now) return;
  heard = now;
  for (const listener of listeners) listener();
}

export function useServerHeard(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => heard,
  );
}
