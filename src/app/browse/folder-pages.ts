import type { BackupEntry, OpenBackup } from '../../archive/open-backup.ts';
import { appOfDomain } from '../../archive/read/apps.ts';
import type { DomainCard, EntryCard, InnerFolders } from '../../kit/backup-cards.ts';
import { isoOf } from './iso.ts';
import { type Marks, markPages } from './marks.ts';
import type { FolderPlace, PageOf } from './questions.ts';

const FILES_A_PAGE = 200;
/** More nobody looks through; they are found by searching. */
const MOST_FOLDERS = 5000;
/** Folders whose marks are remembered. */
const REMEMBERED = 50;
const FOLDER = 2;

interface FolderIndex {
  readonly inner: InnerFolders;
  readonly marks: Marks<string>;
}

/** The folders of a backup and what lies in them. A folder is gone through once, when it is first looked into. */
export class FolderPages {
  readonly #backup: OpenBackup;
  readonly #rest: () => Promise<void>;
  readonly #indexes = new Map<string, Promise<FolderIndex>>();

  /** `rest` is called now and then during long work, so that other questions get their turn. */
  constructor(backup: OpenBackup, rest: () => Promise<void>) {
    this.#backup = backup;
    this.#rest = rest;
  }

  /** What a person put there first, by name; then what belongs to iOS. */
  domains(): DomainCard[] {
    const domains = this.#backup.domains().map(({ domain, files }): DomainCard => {
      const { id, name } = appOfDomain(domain);
      return { domain, app: name, system: id === undefined, files };
    });
    const { compare } = new Intl.Collator();
    return domains.sort(
      (one, other) =>
        Number(one.system) - Number(other.system) ||
        compare(one.app, other.app) ||
        compare(one.domain, other.domain),
    );
  }

  async folders(place: FolderPlace): Promise<InnerFolders> {
    return (await this.#index(place)).inner;
  }

  async files(place: FolderPlace, page: number): Promise<PageOf<EntryCard>> {
    const { marks } = await this.#index(place);
    const about = { total: marks.total, size: FILES_A_PAGE };
    if (page >= marks.before.length) return { ...about, items: [] };
    const { domain, folder } = place;
    const entries = this.#backup.leavesIn(domain, folder, marks.before[page] ?? '', FILES_A_PAGE);
    return { ...about, items: entries.map(fileOf) };
  }

  #index(place: FolderPlace): Promise<FolderIndex> {
    const key = JSON.stringify([place.domain, place.folder]);
    const known = this.#indexes.get(key);
    if (known !== undefined) return known;
    const made = this.#make(place);
    this.#indexes.set(key, made);
    const [oldest] = this.#indexes.keys();
    if (oldest !== undefined && this.#indexes.size > REMEMBERED) this.#indexes.delete(oldest);
    return made;
  }

  async #make({ domain, folder }: FolderPlace): Promise<FolderIndex> {
    const inside = folder === '' ? 0 : folder.length + 1;
    const inner = new Map<string, number>();
    let more = false;
    const count = (name: string, files: number): void => {
      const before = inner.get(name);
      if (before === undefined && inner.size >= MOST_FOLDERS) more = true;
      else inner.set(name, (before ?? 0) + files);
    };
    const rows = this.#backup.pathsBelow(domain, folder);
    const leaves = function* (): Generator<string | undefined> {
      for (const { relativePath, flags } of rows) {
        const slash = relativePath.indexOf('/', inside);
        const isLeaf = slash < 0 && flags !== FOLDER;
        if (slash >= 0) count(relativePath.slice(inside, slash), flags === FOLDER ? 0 : 1);
        else if (!isLeaf) count(relativePath.slice(inside), 0);
        yield isLeaf ? relativePath : undefined;
      }
    };
    const marks = await markPages(leaves(), FILES_A_PAGE, this.#rest);
    const { compare } = new Intl.Collator(undefined, { numeric: true });
    const folders = [...inner]
      .map(([name, files]) => ({ name, files }))
      .sort((one, other) => compare(one.name, other.name));
    return { inner: { folders, more }, marks };
  }
}

function fileOf({ fileId, domain, relativePath, kind, size, modified }: BackupEntry): EntryCard {
  const link = kind === 'link' ? 'link' : 'file';
  return { fileId, domain, path: relativePath, kind: link, bytes: size, modified: isoOf(modified) };
}
