import { useSyncExternalStore } from 'react';
import type { Settings, SettingsChange } from '../../../src/server/contract/settings.ts';
import { call } from '../api/call.ts';
import { languageFor } from '../words/language.ts';
import { type Speech, speechIn } from '../words/speech.tsx';

/** What the whole page goes by: the settings, and how it speaks by them. */
export interface Manner {
  /** Null while the server has not told them. */
  readonly settings: Settings | null;
  readonly speech: Speech;
}

let manner: Manner | undefined;
const listeners = new Set<() => void>();

/** Before the first view: the settings are a few milliseconds away, and without them it would change its language. */
export async function loadManner(): Promise<void> {
  await adopt(await call<Settings>('GET', '/api/settings').catch(() => null));
}

/** Saves a change; the page follows at once. @throws as `call` does */
export async function changeSettings(change: SettingsChange): Promise<void> {
  await adopt(await call<Settings>('PUT', '/api/settings', change));
}

async function adopt(settings: Settings | null): Promise<void> {
  const speech = await speechIn(languageFor(settings?.language, navigator.languages), Date.now);
  manner = { settings, speech };
  const root = document.documentElement;
  root.lang = speech.language;
  if (settings?.theme) root.dataset['theme'] = settings.theme;
  else delete root.dataset['theme'];
  for (const listener of listeners) listener();
}

export function useManner(): Manner {
  const now = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => manner,
  );
  if (now === undefined) throw new Error('The manner of the page is not loaded.');
  return now;
}
