import { copyFileSync, rmSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { systemCodeOf } from '../../kit/errors.ts';
import { exists, syncToDisk, takeFolder, writeSynced } from '../disk/sync.ts';
import { COMMIT, GENERATION, type Layout } from '../layout.ts';
import { writeJournal } from './journal.ts';

/** All that a commit needs, found out beforehand. */
export interface Commit {
  readonly layout: Layout;
  /** Encoded. */
  readonly journal: Uint8Array;
  /** The Status.plist for the time in between. */
  readonly moving: Uint8Array;
  /** Where the new backup's own Status.plist lies; undefined when it is to have none. */
  readonly status: string | undefined;
  /** Manifests and property lists, by their names, and where they lie: copies are kept, the originals synced. */
  readonly kept: readonly (readonly [name: string, physical: string])[];
  /** What the new generation says of itself, and what is said of the one it supersedes. */
  readonly about: unknown;
  readonly aboutPast: unknown;
}

/** Gets everything ready below `committing` and writes the journal. Before that is there, nothing has happened. */
export function prepareCommit({ layout, journal, moving, status, kept, about, aboutPast }: Commit): void {
  const { committing, folder } = layout;
  const next = join(committing, COMMIT.next);
  rmSync(committing, { recursive: true, force: true });
  for (const path of [committing, join(committing, COMMIT.files), next, join(next, GENERATION.kept)])
    takeFolder(path);
  writeSynced(join(committing, COMMIT.moving), moving);
  if (status === undefined) writeSynced(join(committing, COMMIT.noStatus), new Uint8Array());
  else copySynced(status, join(committing, COMMIT.status));
  // Replaced in one rename by the one that says `moving`, so its copy is what the generation keeps.
  const earlier = join(folder, 'Status.plist');
  if (exists(earlier)) copySynced(earlier, join(committing, COMMIT.files, 'Status.plist'));
  for (const [name, physical] of kept) {
    syncToDisk(physical);
    copyIfRoom(physical, join(next, GENERATION.kept, name));
  }
  writeSynced(join(next, GENERATION.about), jsonOf(about));
  writeSynced(join(committing, COMMIT.about), jsonOf(aboutPast));
  writeJournal(committing, journal);
}

function copySynced(from: string, to: string): void {
  copyFileSync(from, to);
  syncToDisk(to);
}

/** A kept copy is worth having, but no reason not to finish a backup on a disk that is nearly full. */
function copyIfRoom(from: string, to: string): void {
  try {
    copyFileSync(from, to);
  } catch (thrown) {
    if (!['ENOSPC', 'EDQUOT'].includes(systemCodeOf(thrown) ?? '')) throw thrown;
    unlinkSync(to);
  }
}

function jsonOf(value: unknown): Uint8Array {
  return Buffer.from(`${JSON.stringify(value)}\n`);
}
