import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { FOLDER_MODE } from '../disk/store.ts';
import { exists, renameIfThere, syncToDisk, takeFolder, writeSynced } from '../disk/sync.ts';
import { VaultError } from '../errors.ts';
import { COMMIT, GENERATION, type Layout } from '../layout.ts';
import { type CommitHeader, readJournal } from './journal.ts';
import type { Step } from './step.ts';

const STATUS = 'Status.plist';

/**
 * Carries out the commit whose journal lies there, from wherever it was cut: every step looks whether it is already
 * done. Synchronous, for the disk thread. Throws the system's error and leaves the rest for the next time.
 */
export function rollForward(layout: Layout): void {
  const { committing, folder } = layout;
  const journal = readJournal(committing);
  if (!journal) throw gone(committing);
  takeFolder(folder);
  // From here on, and until the last file is in its place, the folder says what it is.
  renameIfThere(join(committing, COMMIT.moving), join(folder, STATUS));
  syncToDisk(folder);
  if (!exists(join(committing, COMMIT.cleared))) {
    clearAll(layout, journal.steps);
    writeSynced(join(committing, COMMIT.cleared), new Uint8Array());
    syncToDisk(committing);
  }
  for (const step of journal.steps) place(layout, step);
  // On a disk that was taken away every rename above looks done.
  if (!exists(join(committing, COMMIT.journal))) throw gone(committing);
  if (exists(join(committing, COMMIT.noStatus))) rmSync(join(folder, STATUS), { force: true });
  else renameIfThere(join(committing, COMMIT.status), join(folder, STATUS));
  syncToDisk(folder);
  rmSync(layout.overlay, { recursive: true, force: true });
  finish(layout, journal.header);
}

/** The first phase: out of the way. A target is used only once, so when it is there the step is done. */
function clearAll({ committing, folder }: Layout, steps: readonly Step[]): void {
  const made = new Set<string>();
  const moveOnce = (from: string, to: string): void => {
    if (exists(to)) return;
    const parent = dirname(to);
    if (!made.has(parent)) mkdirSync(parent, { recursive: true, mode: FOLDER_MODE });
    made.add(parent);
    renameIfThere(from, to);
  };
  for (const step of steps) {
    if (step[0] === 'lift') moveOnce(join(folder, step[1]), join(committing, COMMIT.lifted, String(step[2])));
    if (step[0] === 'clear') moveOnce(join(folder, step[1]), join(committing, COMMIT.files, step[1]));
  }
}

/** The second phase: into place. A source is used only once, so when it is gone the step is done. */
function place({ folder, home }: Layout, step: Step): void {
  if (step[0] === 'folder') takeFolder(join(folder, step[1]));
  else if (step[0] === 'place') renameIfThere(join(home, step[1]), join(folder, step[2]));
}

/** The new generation appears, and what was cleared becomes the past of the earlier one. */
function finish({ committing, generations, home, trash }: Layout, { previous, next }: CommitHeader): void {
  takeFolder(generations);
  renameIfThere(join(committing, COMMIT.next), join(generations, String(next)));
  if (previous === undefined) {
    takeFolder(trash);
    renameIfThere(committing, join(trash, crypto.randomUUID()));
  } else {
    takeFolder(join(generations, String(previous)));
    renameIfThere(committing, join(generations, String(previous), GENERATION.past));
  }
  syncToDisk(home);
  rmSync(trash, { recursive: true, force: true });
}

function gone(path: string): VaultError {
  return new VaultError('destination.vanished', `no journal at ${path}`, { facts: { path } });
}
