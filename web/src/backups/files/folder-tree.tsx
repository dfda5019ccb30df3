import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import type { DomainCard } from '../../../../src/kit/backup-cards.ts';
import { Trouble } from '../../parts/trouble.tsx';
import { useSpeech } from '../../words/speech.tsx';
import { LongLine } from '../long/long-line.tsx';
import { LongList } from '../long/long-list.tsx';
import { useActive } from '../long/use-active.ts';
import { useRows } from '../long/use-rows.ts';
import { type Branch, branchesOf, type Place } from './tree.ts';
import { useFolders } from './use-folders.ts';

const ROW = 44;

/** Apps and folders. Arrow right unfolds, arrow left folds, Enter shows what is in it. */
export function FolderTree({
  id,
  domains,
  place,
  onChosen,
}: {
  readonly id: string;
  readonly domains: readonly DomainCard[];
  readonly place: Place | undefined;
  readonly onChosen: (place: Place) => void;
}) {
  const { words, amounts } = useSpeech();
  const { inner, error, look } = useFolders(id);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const branches = useMemo(() => branchesOf(domains, inner, open), [domains, inner, open]);
  const rows = useRows(branches.length, ROW);
  const prefix = useId();
  const unfold = (branch: Branch, isOpen: boolean): void => {
    setOpen((old) => (isOpen ? old.union(new Set([branch.key])) : old.difference(new Set([branch.key]))));
    if (isOpen && branch.place) look(branch.place);
  };
  const choose = (index: number): void => {
    const branch = branches[index];
    if (!branch) return;
    if (branch.place) onChosen(branch.place);
    if (!branch.open) unfold(branch, true);
  };
  const keys = useActive({ count: branches.length, page: rows.seen, reveal: rows.reveal, open: choose });
  const onKeyDown = (event: KeyboardEvent): void => {
    const branch = branches[keys.active];
    if (branch && (event.key === 'ArrowRight' || event.key === 'ArrowLeft')) {
      event.preventDefault();
      const forward = event.key === 'ArrowRight';
      if (forward !== branch.open) unfold(branch, forward);
      else if (!forward) keys.setActive(above(branches, keys.active));
    } else keys.onKeyDown(event);
  };
  return (
    <section className="tree-pane" aria-label={words.inside.files.tree}>
      {error === undefined ? undefined : <Trouble error={error} />}
      <LongList
        {...{ role: 'tree', prefix, rows, keys, onKeyDown, className: 'tree' }}
        label={words.inside.files.tree}
        count={branches.length}
      >
        {branches.slice(rows.first, rows.end).map((branch, offset) => {
          const chosen =
            place !== undefined &&
            branch.place?.domain === place.domain &&
            branch.place.folder === place.folder;
          const index = rows.first + offset;
          return (
            <LongLine
              key={branch.key}
              {...{ role: 'treeitem', prefix, index, rows, keys, chosen, className: 'branch' }}
              indent={branch.level * 0.9 - 0.2}
              aria={{
                'aria-level': branch.level,
                'aria-expanded': branch.open,
                'aria-setsize': branch.siblings,
                'aria-posinset': branch.position,
              }}
              onChosen={() =>
                chosen || branch.place === undefined ? unfold(branch, !branch.open) : choose(index)
              }
            >
              <span aria-hidden="true" className={`twig${branch.open ? ' open' : ''}`} />
              <span className="long-name">{branch.name}</span>
              <span className="soft small figures">{amounts.number(branch.files)}</span>
            </LongLine>
          );
        })}
      </LongList>
    </section>
  );
}

/** The line that a line is in; itself at the top. */
function above(branches: readonly Branch[], index: number): number {
  const level = branches[index]?.level ?? 1;
  return Math.max(
    0,
    branches.findLastIndex((branch, at) => at < index && branch.level < level),
  );
}
