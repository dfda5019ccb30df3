import { useSyncExternalStore } from 'react';
import type { PhonesAnswer } from '../../../src/server/contract/phones.ts';
import { EventStream } from './event-stream.ts';
import { tellHeard } from './server-contact.ts';

/** One stream for all views that show phones. */
let latest: PhonesAnswer | undefined;
let stream: EventStream | undefined;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  follow();
  return () => {
    listeners.delete(listener);
    follow();
  };
}

/** A page that nobody sees leaves its connection to those that are: browsers allow six to one server. */
function follow(): void {
  const wanted = listeners.size > 0 && !document.hidden;
  if (!wanted) {
    stream?.[Symbol.dispose]();
    stream = undefined;
    return;
  }
  stream ??= new EventStream(() => '/api/phones/stream', ['phones'], {
    onData: (data) => {
      latest = JSON.parse(data);
      for (const listener of listeners) listener();
    },
    onHeard: tellHeard,
  });
}
document.addEventListener('visibilitychange', follow);

/** The phones at this computer, as they are now; undefined until the first answer. */
export function usePhones(): PhonesAnswer | undefined {
  return useSyncExternalStore(subscribe, () => latest);
}
