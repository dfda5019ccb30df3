import { PageError } from '../../app/page-error.ts';
import { applePlaces } from '../../app/places/apple-places.ts';
import { backupsIn, type FoundBackup } from '../../app/places/found-backup.ts';
import { type Proof, proofs } from '../../app/places/last-proof.ts';
import { readVerified, type Verified } from '../../app/places/verified.ts';
import { readSettings } from '../../app/settings.ts';
import type { BackupCard } from '../contract/backups.ts';

/** A backup, where it was found, and what is known of it beside. */
export interface Shelved {
  readonly backup: FoundBackup;
  readonly place: BackupCard['place'];
  readonly verified: Verified | undefined;
}

/** A place where backups may be, and why nobody can look. */
export interface UnseenPlace {
  readonly path: string;
  readonly thrown: unknown;
}

/** Where a backup lies, and which state of it is meant; the newest when none is named. */
export interface BackupState {
  readonly folder: string;
  readonly generation?: number;
}

/** `ID~7`: the earlier state with the number 7. */
const STATE = '~';

/** The backup that an id of a state is of. */
export function backupOfState(id: string): string {
  return id.split(STATE)[0] ?? id;
}

/** All backups in the places that are looked at: nothing else of the disk is shown to the page. */
export class Shelf {
  readonly #virtualFolder: string;
  readonly #given: string | undefined;

  /** `given`: the destination this server was started with. */
  constructor(virtualFolder: string, given: string | undefined) {
    this.#virtualFolder = virtualFolder;
    this.#given = given;
  }

  /** The newest first, and the places where this user may not look for any. */
  async look(): Promise<{ readonly shelved: readonly Shelved[]; readonly unseen: readonly UnseenPlace[] }> {
    const [places, proved] = await Promise.all([this.#places(), proofs().catch(() => [])]);
    const unseen: UnseenPlace[] = [];
    const found = await Promise.all(
      [...places].map(async ([folder, place]) => {
        try {
          return (await backupsIn(folder)).map((backup) => ({ backup, place }));
        } catch (thrown) {
          unseen.push({ path: folder, thrown });
          return [];
        }
      }),
    );
    const byId = new Map(found.flat().map((each) => [each.backup.id, each]));
    const shelved = await Promise.all(
      [...byId.values()].map(async (each) => ({ ...each, verified: await verifiedOf(each.backup, proved) })),
    );
    shelved.sort((one, other) => (other.backup.at?.getTime() ?? 0) - (one.backup.at?.getTime() ?? 0));
    return { shelved, unseen };
  }

  /** The newest first. */
  async list(): Promise<readonly Shelved[]> {
    return (await this.look()).shelved;
  }

  /** Rejects with `page.unknown`. */
  async find(id: string): Promise<Shelved> {
    const found = (await this.list()).find(({ backup }) => backup.id === id);
    if (!found) throw new PageError('page.unknown', 'no such backup');
    return found;
  }

  /** The backup, or the earlier state of it, of an id; see `stateId`. Rejects with `page.unknown`. */
  async findState(id: string): Promise<BackupState> {
    const [base = '', generation] = id.split(STATE);
    const { backup } = await this.find(base);
    return { folder: backup.path, ...(generation !== undefined && { generation: Number(generation) }) };
  }

  /** Folders looked at, and what each is. Of two meanings of one folder the first counts. */
  async #places(): Promise<ReadonlyMap<string, BackupCard['place']>> {
    const { destination, folders } = await readSettings();
    const places: [string, BackupCard['place']][] = [
      ...folders.map((folder): [string, BackupCard['place']] => [folder, 'folder']),
      ...applePlaces().map((folder): [string, BackupCard['place']] => [folder, 'apple']),
      [this.#virtualFolder, 'virtual'],
    ];
    for (const folder of [destination, this.#given]) if (folder != null) places.push([folder, 'thaw']);
    return new Map(places);
  }
}

async function verifiedOf(backup: FoundBackup, proved: readonly Proof[]): Promise<Verified | undefined> {
  const checked = await readVerified(backup.path, backup.at);
  const proof = proved.find(({ path }) => path === backup.path);
  if (!proof || (backup.at && Date.parse(proof.at) < backup.at.getTime())) return checked;
  if (checked && checked.at > proof.at) return checked;
  const { at, files, bytes } = proof;
  return { at, depth: 'files', sound: true, files, bytes };
}
