import { join } from 'node:path';
import { VaultError } from './errors.ts';

/**
 * Where everything of one backup lies. `folder` is what other programs know; all else is the vault's own, on the
 * same file system, so that a commit is nothing but renames.
 */
export interface Layout {
  readonly destination: string;
  readonly udid: string;
  readonly folder: string;
  /** The vault's own: `.thaw/<UDID>` beside the backup. */
  readonly home: string;
  readonly lock: string;
  /** What a run received: `base.json`, `log`, `files/ab/ab12…`, `spare/7`. */
  readonly overlay: string;
  /** A commit on its way, from the first preparation to its last rename. */
  readonly committing: string;
  /** `<n>/about.json`, `<n>/kept/Manifest.db`, and once superseded `<n>/past/`. */
  readonly generations: string;
  /** Overlays that do not fit the backup any more. */
  readonly aside: string;
  /** What is on its way to be deleted. */
  readonly trash: string;
}

/** Files of the overlay, below `Layout.overlay`. */
export const OVERLAY = { base: 'base.json', log: 'log', files: 'files', spare: 'spare' } as const;

/** Files of a commit, below `Layout.committing` and later below a generation's `past`. */
export const COMMIT = {
  journal: 'journal',
  /** Exists once everything old is out of the way. */
  cleared: 'cleared',
  /** The Status.plist that says `moving`. */
  moving: 'moving',
  /** The Status.plist that says `finished`, the last thing to be placed. */
  status: 'status',
  /** In place of that, when what is brought back had none. */
  noStatus: 'no-status',
  /** What was replaced or removed, each at its old path. */
  files: 'files',
  /** Files of the earlier backup that only change their path. */
  lifted: 'lifted',
  /** The new generation, to be. */
  next: 'next',
  about: 'about.json',
} as const;

export const GENERATION = { about: 'about.json', kept: 'kept', past: 'past' } as const;

/** The folder in which each backup's home lies. */
export function homesIn(destination: string): string {
  return join(destination, '.thaw');
}

export function layoutOf(destination: string, udid: string): Layout {
  if (!/^[A-Za-z0-9-]{1,64}$/.test(udid)) {
    throw new VaultError('vault.path-refused', 'not a UDID', { facts: { reason: 'not a UDID' } });
  }
  const home = join(homesIn(destination), udid);
  return {
    destination,
    udid,
    folder: join(destination, udid),
    home,
    lock: join(home, 'lock'),
    overlay: join(home, 'overlay'),
    committing: join(home, 'committing'),
    generations: join(home, 'generations'),
    aside: join(home, 'aside'),
    trash: join(home, 'trash'),
  };
}
