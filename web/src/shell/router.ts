import { useSyncExternalStore } from 'react';

/** Told when the page itself changes the address: the browser only tells of back and forward. */
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('popstate', listener);
  };
}

/** The path shown now, as `/runs/1`. */
export function usePath(): string {
  return useSyncExternalStore(subscribe, () => window.location.pathname);
}

/** Goes to a view; `replace` where going back to this one would make no sense. */
export function navigate(path: string, { replace = false } = {}): void {
  if (replace) window.history.replaceState(null, '', path);
  else window.history.pushState(null, '', path);
  window.scrollTo(0, 0);
  for (const listener of listeners) listener();
}

/**
 * The parts of `path` that a pattern names, decoded; undefined when it does not fit.
 * `match('/runs/:run', '/runs/7')` is `{ run: '7' }`; a last `*` takes the rest.
 */
export function match(pattern: string, path: string): Readonly<Record<string, string>> | undefined {
  const wanted = partsOf(pattern);
  const given = partsOf(path);
  const open = wanted.at(-1) === '*';
  if (open ? given.length < wanted.length - 1 : given.length !== wanted.length) return undefined;
  const found: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    if (part === '*') found['rest'] = given.slice(index).join('/');
    else if (part.startsWith(':')) found[part.slice(1)] = decodeURIComponent(given[index] ?? '');
    else if (part !== given[index]) return undefined;
  }
  return found;
}

function partsOf(path: string): readonly string[] {
  return path.split('/').filter((part) => part !== '');
}
