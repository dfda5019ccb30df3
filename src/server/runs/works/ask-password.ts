import type { LiveRun } from '../live-run.ts';

/** Asks at the page for a backup's password; undefined when it is not given. */
export async function askPassword(run: LiveRun): Promise<string | undefined> {
  const sentence = 'This backup is encrypted: its password is needed.';
  const value = await run.ask({ about: 'password', sentence, typed: null });
  return typeof value === 'string' && value !== '' ? value : undefined;
}
