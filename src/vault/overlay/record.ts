import { isList } from '../../kit/is-list.ts';
import { type BackupPath, childPath, ROOT } from '../backup-path.ts';
import { isInside } from '../commit/step.ts';

/** What the overlay's log says, in order. Together with the backup underneath it gives the overlay again. */
export type OverlayRecord =
  /** A whole file, in its slot, or where that was taken in a place of its own below the overlay. */
  | readonly ['file', path: BackupPath, bytes: number, place?: string]
  | readonly ['folder', path: BackupPath]
  | readonly ['move', from: BackupPath, to: BackupPath]
  | readonly ['remove', path: BackupPath];

export type FileRecord = Extract<OverlayRecord, readonly ['file', ...unknown[]]>;

const SPARE = /^spare\/\d+$/;

/** A record as a log on the disk says it; undefined for anything else. */
export function parseRecord(value: unknown): OverlayRecord | undefined {
  if (!isList(value)) return undefined;
  const [kind, first, second, third] = value;
  if (!isInside(first)) return undefined;
  const path = childPath(ROOT, first);
  if (kind === 'folder' || kind === 'remove') return [kind, path];
  if (kind === 'move' && isInside(second)) return [kind, path, childPath(ROOT, second)];
  if (kind !== 'file' || typeof second !== 'number') return undefined;
  if (third === undefined) return [kind, path, second];
  return typeof third === 'string' && SPARE.test(third) ? [kind, path, second, third] : undefined;
}
