import { join } from 'node:path';
import type { BackupView } from '../../vault/backup-view.ts';
import { DIGEST_OF_NOTHING, digestOf } from '../../vault/fingerprint.ts';
import type { Generation } from '../../vault/generations/generation.ts';
import { GENERATION } from '../../vault/layout.ts';
import { pathIn } from '../backup-files.ts';
import type { MetadataFile } from '../finding.ts';

/** The manifests and property lists that the vault kept of one state of the backup. */
export interface KeptCopy {
  readonly number: number;
  readonly madeAt: Date;
  /** Where the copies lie, by their names. */
  readonly files: ReadonlyMap<string, string>;
  /** Where files lie that this state had and a later one replaced or removed. */
  readonly past: string;
}

/** Tells one state of a backup from another; Info.plist does not, since programs write it before anything else. */
const TELLING: readonly MetadataFile[] = ['Status.plist', 'Manifest.plist', 'Manifest.db'];

/** Newest first. */
export function keptCopies(generations: readonly Generation[]): KeptCopy[] {
  return generations.toReversed().map(({ number, madeAt, kept }) => ({
    number,
    madeAt,
    files: new Map(kept.names.map((name) => [name, join(kept.folder, name)])),
    past: join(kept.folder, '..', GENERATION.past, 'files'),
  }));
}

/**
 * The kept copy of the very state the backup is in, to replace this file from: one of its other files is the backup's
 * own, byte for byte. Undefined when there is none.
 */
export async function twinOf(
  view: BackupView,
  file: MetadataFile,
  kept: readonly KeptCopy[],
): Promise<KeptCopy | undefined> {
  for (const telling of TELLING) {
    if (telling === file) continue;
    const physical = await view.physicalPath(pathIn(telling));
    const own = physical === undefined ? 'none' : await digestOf(physical);
    if (own === 'none' || own === DIGEST_OF_NOTHING) continue;
    for (const copy of kept) {
      const other = copy.files.get(telling);
      if (copy.files.has(file) && other !== undefined && (await digestOf(other)) === own) return copy;
    }
  }
  return undefined;
}
