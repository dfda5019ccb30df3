import { splitName } from '../output/safe-name.ts';
import type { Asset } from './asset.ts';

/** When a picture was taken, on the clock of the place where it was taken: `2024-05-17 14.03.22`. */
export function takenAt({
  createdAt,
  zoneOffset,
}: Pick<Asset, 'createdAt' | 'zoneOffset'>): string | undefined {
  if (!createdAt) return undefined;
  const offset = zoneOffset === undefined ? -createdAt.getTimezoneOffset() * 60 : zoneOffset;
  const local = new Date(createdAt.getTime() + offset * 1000);
  return Number.isNaN(local.getTime())
    ? undefined
    : local.toISOString().slice(0, 19).replace('T', ' ').replaceAll(':', '.');
}

/** The folder of an asset: by month, or apart for what the phone keeps apart. */
export function folderOf(asset: Asset): string[] {
  if (asset.isDeleted) return ['Recently Deleted'];
  if (asset.hidden) return ['Hidden'];
  const shared = asset.albums.find((album) => album.shared);
  if (shared) return ['Shared albums', shared.title];
  const taken = takenAt(asset);
  return taken === undefined ? ['Without a date'] : [taken.slice(0, 4), taken.slice(0, 7)];
}

/** The name of an asset without its extension: the time it was taken, and the name it had. */
export function stemOf(asset: Asset): string {
  const taken = takenAt(asset);
  const { stem } = splitName(asset.originalName);
  return taken === undefined ? stem : `${taken} ${stem}`;
}
