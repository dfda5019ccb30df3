import './photos.css';
import { useId, useState } from 'react';
import type { PhotoCard } from '../../../../src/kit/backup-cards.ts';
import type { PhotosAnswer } from '../../../../src/server/contract/browse.ts';
import { Trouble } from '../../parts/trouble.tsx';
import { Link } from '../../shell/link.tsx';
import { useSpeech } from '../../words/speech.tsx';
import { backupApi, backupView, queryOf } from '../addresses.ts';
import { LongList, linesOf } from '../long/long-list.tsx';
import { useActive } from '../long/use-active.ts';
import { type PageOf, usePages } from '../long/use-pages.ts';
import { PhotoLarge } from './photo-large.tsx';
import { PhotoRow } from './photo-row.tsx';
import { useGrid } from './use-grid.ts';

function photosOf({ total, size, photos }: PhotosAnswer): PageOf<PhotoCard> {
  return { total, size, items: photos };
}

/** Photos and videos as a grid of small pictures, the newest first. */
export function Photos({ id }: { readonly id: string }) {
  const { words, amounts } = useSpeech();
  const say = words.inside.photos;
  const pages = usePages(backupApi(id, 'photos'), photosOf);
  const [large, setLarge] = useState<number | undefined>(undefined);
  const total = pages.total ?? 0;
  const { rows, columns } = useGrid(total, pages.want);
  const prefix = useId();
  const keys = useActive({
    ...{ count: total, columns, page: rows.seen * columns, open: setLarge },
    reveal: (index) => rows.reveal(Math.floor(index / columns)),
  });
  const shown = large === undefined ? undefined : pages.at(large);
  return (
    <section className="stack close" aria-label={say.label}>
      <div className="row between">
        <p role="status">
          {pages.total === undefined ? say.looking : say.count(total, amounts.number(total))}
        </p>
        {total === 0 ? undefined : (
          <Link to={`${backupView(id, 'take-out')}${queryOf({ what: 'photos' })}`} className="button main">
            {say.takeOut}
          </Link>
        )}
      </div>
      {pages.error === undefined ? undefined : <Trouble error={pages.error} again={pages.reload} />}
      <LongList
        {...{ role: 'grid', prefix, rows, keys, columns, className: 'photo-grid' }}
        label={say.label}
        count={total}
      >
        {linesOf(rows).map((row) => (
          <PhotoRow
            key={row}
            {...{ id, row, rows, columns, prefix, keys }}
            photos={pages.at}
            total={total}
            onOpen={setLarge}
          />
        ))}
      </LongList>
      {shown === undefined || large === undefined ? undefined : (
        <PhotoLarge
          id={id}
          photo={shown}
          position={say.position(amounts.number(large + 1), amounts.number(total))}
          onStep={(step) => {
            const next = Math.max(0, Math.min(large + step, total - 1));
            keys.setActive(next);
            rows.reveal(Math.floor(next / columns));
            setLarge(next);
          }}
          onClose={() => setLarge(undefined)}
        />
      )}
    </section>
  );
}
