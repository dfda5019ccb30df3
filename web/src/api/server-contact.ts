import { useSyncExternalStore } from 'react';
import { call, ProblemError, ServerGoneError } from './call.ts';

/** `no-key`: a server answers, but it does not know this page: it was started anew. */
export type Contact = 'there' | 'gone' | 'no-key';

let contact: Contact = 'there';
const listeners = new Set<() => void>();

function set(now: Contact): void {
  if (contact === now) return;
  contact = now;
  for (const listener of listeners) listener();
}

/** A stream was opened, or broke off; why it broke off, only a plain question tells. */
export function tellHeard(heard: boolean): void {
  if (heard) set('there');
  else void ask();
}

async function ask(): Promise<void> {
  try {
    await call('GET', '/api/settings');
  } catch (thrown) {
    if (thrown instanceof ServerGoneError) set('gone');
    if (thrown instanceof ProblemError && (thrown.status === 401 || thrown.status === 403)) set('no-key');
  }
}

export function useServerContact(): Contact {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => contact,
  );
}
