import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { childPath, ROOT } from '../backup-path.ts';
import type { BackupView } from '../backup-view.ts';
import { exists } from '../disk/sync.ts';
import { VaultError } from '../errors.ts';
import { digestOf, fingerprintOf } from '../fingerprint.ts';
import type { About, AboutPast } from '../generations/about.ts';
import { generationNumbers, isCurrent } from '../generations/generation.ts';
import { COMMIT, type Layout } from '../layout.ts';
import { measure } from '../overlay/find.ts';
import type { RunParts } from '../run-parts.ts';
import { type CommitHeader, encodeJournal } from './journal.ts';
import { type Changes, type Plan, planCommit } from './plan.ts';
import type { Commit } from './prepare.ts';
import type { Step } from './step.ts';

/** What a commit brought. */
export interface Committed {
  /** The number under which the earlier state can be found; undefined for a first backup. */
  readonly generation: number | undefined;
  readonly changes: Changes;
}

type Numbers = Pick<CommitHeader, 'previous' | 'next'>;

interface ToCommit extends RunParts {
  readonly view: BackupView;
  readonly moving: Uint8Array;
  /** A state that has no Status.plist is wanted. */
  readonly withoutStatus: boolean;
}

/** What each good run leaves a copy of: without the manifests an encrypted backup is lost for good. */
const KEPT = ['Manifest.db', 'Manifest.plist', 'Status.plist', 'Info.plist'].map((name) =>
  childPath(ROOT, name),
);
const STATUS = childPath(ROOT, 'Status.plist');

/** Makes the overlay the backup: see `VaultRun.commit`. */
export async function commitOverlay(run: ToCommit, signal?: AbortSignal): Promise<Committed> {
  const { layout, lock, thread, overlay } = run;
  await lock.assertHeld();
  if ((await fingerprintOf(layout.folder)) !== run.fingerprint) {
    throw new VaultError('vault.changed', 'another program changed the backup', {
      facts: { path: layout.folder },
    });
  }
  const plan = await planCommit(layout, overlay.root, thread);
  const numbers = await numbersOf(layout);
  const commit = await commitOf(run, plan, numbers);
  signal?.throwIfAborted();
  try {
    await thread.run('commit', commit);
  } catch (thrown) {
    if (!exists(join(layout.committing, COMMIT.journal))) throw thrown;
    throw new VaultError('vault.commit-cut', 'the commit was cut', {
      cause: thrown,
      facts: { path: layout.folder },
    });
  }
  return { generation: numbers.previous, changes: plan.changes };
}

async function commitOf(
  { layout, clock, run, view, moving, withoutStatus }: ToCommit,
  { steps, changes }: Plan,
  numbers: Numbers,
): Promise<Commit> {
  const status = await view.physicalPath(STATUS);
  if (status === undefined && !withoutStatus)
    throw new VaultError('vault.no-status', 'the new backup has no Status.plist');
  const earlier = join(layout.folder, STATUS);
  const before = await measure(earlier);
  if (before && !before.isFile()) {
    throw new VaultError('vault.damaged', 'Status.plist is not a file', { facts: { path: earlier } });
  }
  const clearStatus: Step[] = before ? [['clear', STATUS, 'file']] : [];
  const statusAfter = status === undefined ? 'none' : await digestOf(status);
  const statuses = [await digestOf(earlier), createHash('sha256').update(moving).digest('hex'), statusAfter];
  const now = clock.now().toISOString();
  return {
    layout,
    journal: encodeJournal({ header: { ...numbers, statuses }, steps: [...clearStatus, ...steps] }),
    moving,
    status,
    kept: await keptOf(view),
    about: { run, madeAt: now, status: statusAfter, changes } satisfies About,
    aboutPast: {
      supersededAt: now,
      madeAt: before?.mtime.toISOString() ?? now,
      keptBytes: changes.keptBytes,
    } satisfies AboutPast,
  };
}

/** The folder's state gets a number of its own when another program made it: the newest of ours is not it any more. */
async function numbersOf(layout: Layout): Promise<Numbers> {
  const newest = (await generationNumbers(layout)).at(-1) ?? 0;
  const isThere = (await measure(layout.folder)) !== undefined;
  if (!isThere || (await readdir(layout.folder)).length === 0)
    return { previous: undefined, next: newest + 1 };
  const previous = newest > 0 && (await isCurrent(layout, newest)) ? newest : newest + 1;
  return { previous, next: previous + 1 };
}

async function keptOf(view: BackupView): Promise<[name: string, physical: string][]> {
  const kept: [string, string][] = [];
  for (const path of KEPT) {
    const physical = await view.physicalPath(path);
    if (physical !== undefined) kept.push([path, physical]);
  }
  return kept;
}
