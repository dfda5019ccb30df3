import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../../kit/clock.ts';
import { withTimeLimit } from '../../kit/signals.ts';

/** Apple's System Status as it was fetched. */
export interface StatusDocument {
  readonly bytes: Uint8Array;
  /** Since it was. */
  readonly minutesOld: number;
}

export interface StatusPlace {
  readonly url: string;
  /** Where it is kept. */
  readonly folder: string;
  /** Tells it from whatever else may come from there, such as the page of a portal. */
  readonly isOne: (bytes: Uint8Array) => boolean;
  /** Younger than this it is not asked for again. */
  readonly freshMinutes?: number | undefined;
}

/** Apple asks for no rhythm; others who read it ask every few minutes. Shorter than the pause of who waits for it. */
const FRESH_MINUTES = 4;
/** An older one says nothing about now. */
const STALE_MINUTES = 60;
const LIMIT_MS = 10_000;
/** The real one has some 100 KB. */
const MAX_BYTES = 4_000_000;
const FILE = 'apple-system-status';

/**
 * The document, at most four minutes old where Apple can be reached, and up to an hour old where not; undefined beyond that. It
 * is kept in `folder`. Rejects only with the signal's reason.
 */
export async function statusDocument(
  { url, folder, isOne, freshMinutes = FRESH_MINUTES }: StatusPlace,
  clock: Clock,
  signal: AbortSignal,
): Promise<StatusDocument | undefined> {
  const kept = await keptIn(folder, clock);
  if (kept && kept.minutesOld < freshMinutes) return kept;
  const bytes = await fetched(url, clock, signal);
  if (!bytes || !isOne(bytes)) return kept && kept.minutesOld < STALE_MINUTES ? kept : undefined;
  await keep(folder, bytes).catch(() => undefined);
  return { bytes, minutesOld: 0 };
}

async function keptIn(folder: string, clock: Clock): Promise<StatusDocument | undefined> {
  try {
    const file = join(folder, FILE);
    const age = clock.now().getTime() - (await stat(file)).mtimeMs;
    // From the future it is of a clock that was wrong.
    return age < 0 ? undefined : { bytes: await readFile(file), minutesOld: Math.floor(age / 60_000) };
  } catch {
    return undefined;
  }
}

async function keep(folder: string, bytes: Uint8Array): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, FILE);
  await writeFile(`${file}.new`, bytes, { mode: 0o600 });
  await rename(`${file}.new`, file);
}

async function fetched(url: string, clock: Clock, signal: AbortSignal): Promise<Uint8Array | undefined> {
  try {
    const download = (both: AbortSignal) => downloaded(url, both);
    return await withTimeLimit(clock, LIMIT_MS, () => new Error('no answer'), download, signal);
  } catch {
    signal.throwIfAborted();
    return undefined;
  }
}

async function downloaded(url: string, signal: AbortSignal): Promise<Uint8Array | undefined> {
  const response = await fetch(url, { cache: 'no-store', signal });
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of response.body ?? []) {
    length += part.length;
    if (length > MAX_BYTES) return undefined;
    parts.push(part);
  }
  return response.status === 200 ? Buffer.concat(parts) : undefined;
}
