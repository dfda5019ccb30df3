import { systemCodeOf } from '../kit/errors.ts';
import { type BackupPath, ROOT } from '../vault/backup-path.ts';
import type { BackupView } from '../vault/backup-view.ts';
import { pathIn } from './backup-files.ts';
import type { Finding } from './finding.ts';

/** Where files lie: in the folder of their first two digits, or, before iOS 10, all in the backup's own. */
export interface PlaceName {
  /** The hex digits with which the ids of its files begin. */
  readonly prefix: string;
  /** Its path inside the backup. */
  readonly folder: string;
}

const FILE_ID = /^[0-9a-f]{40}$/;

/** What lies in one folder of files; what is taken out is accounted for. */
export class Place {
  readonly path: string;
  /** Why it could not be listed. */
  readonly errno: string | undefined;
  /** Names of links and the like. */
  readonly links = new Set<string>();
  readonly #sizes = new Map<string, number>();
  readonly #folders: string[] = [];

  constructor(path: string, errno?: string) {
    this.path = path;
    this.errno = errno;
  }

  async read(view: BackupView, folder: BackupPath): Promise<void> {
    for (const { name, kind, size } of await view.list(folder)) {
      if (kind === 'file') this.#sizes.set(name, size);
      else if (kind === 'folder') this.#folders.push(name);
      else this.links.add(name);
    }
  }

  /** A file's size, once. */
  take(name: string): number | undefined {
    const size = this.#sizes.get(name);
    if (size !== undefined) this.#sizes.delete(name);
    return size;
  }

  /** What no row accounts for. In the backup's own folder lie other things too, which are looked at elsewhere. */
  *leftOver(): Generator<Finding> {
    const isRoot = this.path === '';
    for (const name of this.#sizes.keys())
      if (!isRoot || FILE_ID.test(name)) yield { kind: 'orphan', fileId: name };
    if (isRoot) return;
    for (const name of this.#folders) yield { kind: 'orphan', fileId: name };
    for (const name of this.links) yield { kind: 'symlink', place: `${this.path}/${name}` };
  }
}

/** Reads a folder of files; one that cannot be listed says why. Never rejects. */
export async function listPlace(view: BackupView, name: PlaceName | undefined): Promise<Place> {
  const path = name?.folder ?? '';
  const place = new Place(path);
  if (!name) return place;
  try {
    await place.read(view, path === '' ? ROOT : pathIn(path));
    return place;
  } catch (thrown) {
    return new Place(path, systemCodeOf(thrown) ?? 'EIO');
  }
}
