import { useId } from 'react';
import type { EntryCard } from '../../../../src/kit/backup-cards.ts';
import type { EntriesAnswer } from '../../../../src/server/contract/browse.ts';
import { Trouble } from '../../parts/trouble.tsx';
import { Link } from '../../shell/link.tsx';
import { useSpeech } from '../../words/speech.tsx';
import { backupApi, backupView, downloadOf, queryOf } from '../addresses.ts';
import { LongLine } from '../long/long-line.tsx';
import { LongList, linesOf } from '../long/long-list.tsx';
import { useActive } from '../long/use-active.ts';
import { useLongList } from '../long/use-long-list.ts';
import type { PageOf } from '../long/use-pages.ts';
import type { Place } from './tree.ts';

const ROW = 44;
const CELL = { role: 'gridcell' } as const;

function filesOf({ total, size, entries }: EntriesAnswer): PageOf<EntryCard> {
  return { total, size, items: entries };
}

/** The files of one folder, a million if it must be; only those in sight are there. */
export function FileList({ id, place }: { readonly id: string; readonly place: Place }) {
  const { words, amounts } = useSpeech();
  const say = words.inside.files;
  const { domain, folder } = place;
  const path: `/api/${string}` = `${backupApi(id, 'entries')}${queryOf({ domain, folder })}`;
  const { pages, rows } = useLongList(path, filesOf, ROW);
  const total = pages.total ?? 0;
  const prefix = useId();
  const keys = useActive({
    count: total,
    page: rows.seen,
    reveal: rows.reveal,
    // The browser's own download, as by a click.
    open: (index) => document.getElementById(`${prefix}-${index}`)?.querySelector('a')?.click(),
  });
  return (
    <section className="list-pane" aria-label={say.list}>
      <div className="row between">
        <div className="stack tight">
          <h2 className="list-title">{folder === '' ? domain : folder}</h2>
          <p className="soft small" role="status">
            {pages.total === undefined ? say.counting : say.here(total, amounts.number(total))}
          </p>
        </div>
        <Link to={`${backupView(id, 'take-out')}${queryOf({ domain, folder })}`} className="button main">
          {say.takeOut}
        </Link>
      </div>
      {pages.error === undefined ? undefined : <Trouble error={pages.error} again={pages.reload} />}
      <LongList {...{ role: 'grid', prefix, rows, keys, columns: 3 }} label={say.list} count={total}>
        {linesOf(rows).map((index) => (
          <LongLine
            key={index}
            {...{ role: 'row', prefix, index, rows, keys }}
            aria={{ 'aria-rowindex': index + 1 }}
          >
            <FileCells id={id} file={pages.at(index)} />
          </LongLine>
        ))}
      </LongList>
    </section>
  );
}

function FileCells({ id, file }: { readonly id: string; readonly file: EntryCard | undefined }) {
  const { words, amounts } = useSpeech();
  if (file === undefined) {
    return (
      <span {...CELL} className="long-name soft">
        …
      </span>
    );
  }
  const name = file.path.slice(file.path.lastIndexOf('/') + 1);
  return (
    <>
      <span {...CELL} className="long-name">
        {file.kind === 'link' ? (
          name
        ) : (
          <a
            href={downloadOf(id, file.fileId)}
            download={name}
            tabIndex={-1}
            title={words.inside.files.download(name)}
          >
            {name}
          </a>
        )}
      </span>
      <span {...CELL} className="soft small figures file-date">
        {amounts.moment(file.modified)}
      </span>
      <span {...CELL} className="soft small figures file-size">
        {file.kind === 'link' ? words.inside.files.link : amounts.size(file.bytes)}
      </span>
    </>
  );
}
