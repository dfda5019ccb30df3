import { type KeyboardEvent, useMemo, useState } from 'react';
import type { DomainCard } from '../../../../src/kit/backup-cards.ts';
import { type Active, useActive } from '../long/use-active.ts';
import { type Rows, useRows } from '../long/use-rows.ts';
import { type Branch, branchesOf, type Place } from './tree.ts';
import { useFolders } from './use-folders.ts';

const ROW = 44;

export interface Tree {
  /** All lines that are unfolded; `rows` are those in sight. */
  readonly branches: readonly Branch[];
  readonly rows: Rows;
  readonly keys: Active;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  /** Unfolds a line and shows what is in it. */
  readonly choose: (index: number) => void;
  /** Unfolds a line, or folds it again. */
  readonly fold: (index: number) => void;
  readonly error: unknown;
}

/** What of a backup's folders is unfolded, and how keys and fingers move in it. */
export function useTree(id: string, domains: readonly DomainCard[], onChosen: (place: Place) => void): Tree {
  const { inner, error, look } = useFolders(id);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const branches = useMemo(() => branchesOf(domains, inner, open), [domains, inner, open]);
  const rows = useRows(branches.length, ROW);
  const unfold = ({ key, place }: Branch, isOpen: boolean): void => {
    setOpen((old) => (isOpen ? old.union(new Set([key])) : old.difference(new Set([key]))));
    if (isOpen && place) look(place);
  };
  const choose = (index: number): void => {
    const branch = branches[index];
    if (!branch) return;
    if (branch.place) onChosen(branch.place);
    if (!branch.open) unfold(branch, true);
  };
  const fold = (index: number): void => {
    const branch = branches[index];
    if (branch) unfold(branch, !branch.open);
  };
  const keys = useActive({ count: branches.length, page: rows.seen, reveal: rows.reveal, open: choose });
  const onKeyDown = (event: KeyboardEvent): void => {
    const branch = branches[keys.active];
    if (!branch || (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft')) {
      keys.onKeyDown(event);
      return;
    }
    event.preventDefault();
    const forward = event.key === 'ArrowRight';
    if (forward !== branch.open) unfold(branch, forward);
    else if (!forward) keys.setActive(above(branches, keys.active));
  };
  return { branches, rows, keys, onKeyDown, choose, fold, error };
}

/** The line that a line is in; itself at the top. */
function above(branches: readonly Branch[], index: number): number {
  const level = branches[index]?.level ?? 1;
  return Math.max(
    0,
    branches.findLastIndex((branch, at) => at < index && branch.level < level),
  );
}
