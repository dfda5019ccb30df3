import { useId } from 'react';
import type { DomainCard } from '../../../../src/kit/backup-cards.ts';
import { Trouble } from '../../parts/trouble.tsx';
import { useSpeech } from '../../words/speech.tsx';
import { LongLine } from '../long/long-line.tsx';
import { LongList } from '../long/long-list.tsx';
import { isSame, type Place } from './tree.ts';
import { useTree } from './use-tree.ts';

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
  const { branches, rows, keys, onKeyDown, choose, fold, error } = useTree(id, domains, onChosen);
  const prefix = useId();
  return (
    <section className="tree-pane" aria-label={words.inside.files.tree}>
      {error === undefined ? undefined : <Trouble error={error} />}
      <LongList
        {...{ role: 'tree', prefix, rows, keys, onKeyDown, className: 'tree' }}
        label={words.inside.files.tree}
        count={branches.length}
      >
        {branches.slice(rows.first, rows.end).map((branch, offset) => {
          const index = rows.first + offset;
          const chosen = isSame(branch.place, place);
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
              onChosen={() => (chosen || branch.place === undefined ? fold(index) : choose(index))}
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
