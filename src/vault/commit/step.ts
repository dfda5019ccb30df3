import { isList } from '../../kit/is-list.ts';
/**
 * A commit as its journal says it, in two phases. First everything old is cleared out of the way (`lift`, then
 * `clear`), then everything new is placed (`folder`, `place`). Within a phase no step undoes what another one did, so
 * that all may be tried again after a cut. Paths are below the backup's folder, places below the vault's own.
 */
export type Step =
  /** The backup's file keeps its contents and gets another path: parked under a number until it is placed. */
  | readonly ['lift', path: string, number: number]
  /** The backup's file or folder goes to the generation it belonged to. */
  | readonly ['clear', path: string, kind: 'file' | 'folder']
  /** A new folder. */
  | readonly ['folder', path: string]
  /** A file, or a folder with all that is in it, comes into the backup from a place. */
  | readonly ['place', from: string, path: string];

/** A step as a journal on the disk says it; undefined for anything else. No path in it leads out of its folder. */
export function parseStep(value: unknown): Step | undefined {
  if (!isList(value)) return undefined;
  const [kind, path, more] = value;
  if (!isInside(path)) return undefined;
  if (kind === 'lift' && typeof more === 'number') return [kind, path, more];
  if (kind === 'clear' && (more === 'file' || more === 'folder')) return [kind, path, more];
  if (kind === 'folder') return [kind, path];
  return kind === 'place' && isInside(more) ? [kind, path, more] : undefined;
}

/** True for a path, or a place, that stays below the folder it is meant for. */
export function isInside(path: unknown): path is string {
  return typeof path === 'string' && !path.startsWith('/') && !path.split('/').includes('..');
}
