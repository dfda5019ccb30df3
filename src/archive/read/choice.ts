import type { BackupEntry, EntryFilter, OpenBackup } from '../open-backup.ts';
import { belongsTo } from './apps.ts';

/** Which of a backup's files are wanted; all conditions must hold. */
export interface Choice {
  /** A domain by its name, or with `*` and `?`. */
  readonly domain?: string;
  /** An app's bundle id: its container, its extensions' and its groups'. */
  readonly app?: string;
  /** Paths with `*` (slashes too) and `?`, in any case: `*.heic`, `Media/DCIM/*`. */
  readonly glob?: string;
  /** By the time of last change. */
  readonly since?: Date;
  readonly until?: Date;
  /** Bytes, both included. */
  readonly minSize?: number;
  readonly maxSize?: number;
}

/** The files that are wanted, as they come out of the database. */
export function* chosenFiles(backup: OpenBackup, choice: Choice): Generator<BackupEntry> {
  for (const entry of backup.entries(filterOf(choice))) {
    if (entry.kind === 'file' && isChosen(entry, choice)) yield entry;
  }
}

/** How much is wanted, for progress. */
export function sumOf(
  backup: OpenBackup,
  choice: Choice,
  signal: AbortSignal,
): { files: number; bytes: number } {
  let files = 0;
  let bytes = 0;
  for (const entry of chosenFiles(backup, choice)) {
    signal.throwIfAborted();
    files += 1;
    bytes += entry.size;
  }
  return { files, bytes };
}

function isChosen(entry: BackupEntry, choice: Choice): boolean {
  if (choice.app !== undefined && !belongsTo(entry.domain, choice.app)) return false;
  if (choice.since && entry.modified < choice.since) return false;
  if (choice.until && entry.modified >= choice.until) return false;
  return entry.size >= (choice.minSize ?? 0) && entry.size <= (choice.maxSize ?? Number.POSITIVE_INFINITY);
}

function filterOf({ domain, app, glob }: Choice): EntryFilter {
  const named = domain === undefined ? {} : isPattern(domain) ? { domainGlob: domain } : { domain };
  return {
    ...named,
    ...(domain === undefined && app !== undefined && { domainGlob: 'AppDomain*' }),
    ...(glob !== undefined && { pathGlob: anyCase(glob) }),
  };
}

function isPattern(text: string): boolean {
  return /[*?[]/.test(text);
}

/** SQLite's GLOB minds upper and lower case; people and cameras do not. */
function anyCase(glob: string): string {
  return glob.replace(/\[[^\]]*\]|\p{L}/gu, (found) => {
    const [lower, upper] = [found.toLowerCase(), found.toUpperCase()];
    return found.startsWith('[') || lower === upper || upper.length !== lower.length
      ? found
      : `[${lower}${upper}]`;
  });
}
