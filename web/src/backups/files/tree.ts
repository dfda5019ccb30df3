import type { DomainCard } from '../../../../src/kit/backup-cards.ts';
import type { InnerFoldersAnswer } from '../../../../src/server/contract/browse.ts';

/** A folder of a backup; its domain's root has an empty name. */
export interface Place {
  readonly domain: string;
  readonly folder: string;
}

export function isSame(one: Place | undefined, other: Place | undefined): boolean {
  return one !== undefined && one.domain === other?.domain && one.folder === other.folder;
}

/** A line of the tree: an app with all its domains, a domain, or a folder. */
export interface Branch {
  readonly key: string;
  readonly name: string;
  /** From 1. */
  readonly level: number;
  readonly files: number;
  /** Undefined for an app of several domains: there are no files in it itself. */
  readonly place: Place | undefined;
  readonly open: boolean;
  /** What is inside is on its way. */
  readonly loading: boolean;
  readonly position: number;
  readonly siblings: number;
}

type Inner = ReadonlyMap<string, InnerFoldersAnswer>;

export function keyOf({ domain, folder }: Place): string {
  return folder === '' ? `d ${domain}` : `f ${domain} ${folder}`;
}

/** The lines that are to be seen now. `inner` is what is known of folders, `open` the keys of what is unfolded. */
export function branchesOf(
  domains: readonly DomainCard[],
  inner: Inner,
  open: ReadonlySet<string>,
): Branch[] {
  const apps = [...Map.groupBy(domains, ({ app }) => app)];
  const branches: Branch[] = [];
  for (const [index, [app, own]] of apps.entries()) {
    const about = { position: index + 1, siblings: apps.length };
    const [only, another] = own;
    if (only && !another) {
      branches.push(...domainBranches(only, app, 1, about, inner, open));
      continue;
    }
    const key = `a ${app}`;
    const files = own.reduce((sum, domain) => sum + domain.files, 0);
    const isOpen = open.has(key);
    branches.push({
      key,
      name: app,
      level: 1,
      files,
      place: undefined,
      open: isOpen,
      loading: false,
      ...about,
    });
    if (!isOpen) continue;
    for (const [position, domain] of own.entries()) {
      const place = { position: position + 1, siblings: own.length };
      branches.push(...domainBranches(domain, domain.domain, 2, place, inner, open));
    }
  }
  return branches;
}

interface Among {
  readonly position: number;
  readonly siblings: number;
}

function domainBranches(
  { domain, files }: DomainCard,
  name: string,
  level: number,
  among: Among,
  inner: Inner,
  open: ReadonlySet<string>,
): Branch[] {
  return folderBranches({ place: { domain, folder: '' }, name, level, files, ...among }, inner, open);
}

function folderBranches(
  folder: Among & {
    readonly place: Place;
    readonly name: string;
    readonly level: number;
    readonly files: number;
  },
  inner: Inner,
  open: ReadonlySet<string>,
): Branch[] {
  const key = keyOf(folder.place);
  const isOpen = open.has(key);
  const known = inner.get(key);
  const own: Branch = { ...folder, key, open: isOpen, loading: isOpen && known === undefined };
  if (!isOpen || known === undefined) return [own];
  const { domain, folder: path } = folder.place;
  const inside = known.folders.flatMap(({ name, files }, index) =>
    folderBranches(
      {
        place: { domain, folder: path === '' ? name : `${path}/${name}` },
        ...{ name, files, level: folder.level + 1, position: index + 1, siblings: known.folders.length },
      },
      inner,
      open,
    ),
  );
  return [own, ...inside];
}
