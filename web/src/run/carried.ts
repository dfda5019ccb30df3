import type { ContentKind, RunFact } from '../../../src/kit/run-event.ts';

/** The order of the words, whatever is the most. */
export const contentKinds: readonly ContentKind[] = [
  'photos',
  'messages',
  'apps',
  'health',
  'settings',
  'other',
];

type Progress = Extract<RunFact, { type: 'progress' }>;

/** What a run has brought over so far. `part`: 0…1 of all there is to bring. */
export interface Carried {
  readonly part: number;
  readonly bytes: number;
  readonly files: number;
  readonly kinds: NonNullable<Progress['kinds']>;
}

export const nothingCarried: Carried = { part: 0, bytes: 0, files: 0, kinds: {} };

/** All that is here by now: the phone counts each attempt from nothing, and only what is still to come. */
export function carriedIn(before: Carried, attempt: Progress | null): Carried {
  if (attempt === null) return before;
  return {
    part: before.part + (1 - before.part) * (attempt.percent / 100),
    bytes: before.bytes + attempt.bytes,
    files: before.files + attempt.files,
    kinds: sumOf(before.kinds, attempt.kinds ?? {}),
  };
}

/** What is left of it when only so many bytes were kept. */
export function keptOf({ part, bytes, files, kinds }: Carried, keptBytes: number): Carried {
  const share = bytes === 0 ? 0 : Math.min(1, keptBytes / bytes);
  return {
    part: part * share,
    bytes: keptBytes,
    files: Math.round(files * share),
    kinds: share === 1 ? kinds : {},
  };
}

function sumOf(one: Carried['kinds'], other: Carried['kinds']): Carried['kinds'] {
  return Object.fromEntries(contentKinds.map((kind) => [kind, (one[kind] ?? 0) + (other[kind] ?? 0)]));
}
