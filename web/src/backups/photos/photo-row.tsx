import type { PhotoCard } from '../../../../src/kit/backup-cards.ts';
import { linesOf } from '../long/long-list.tsx';
import type { Active } from '../long/use-active.ts';
import type { Rows } from '../long/use-rows.ts';
import { PhotoCell } from './photo-cell.tsx';

/** One row of the grid. */
export function PhotoRow({
  id,
  row,
  rows,
  columns,
  total,
  photos,
  prefix,
  keys,
  onOpen,
}: {
  readonly id: string;
  readonly row: number;
  readonly rows: Rows;
  readonly columns: number;
  readonly total: number;
  readonly photos: (index: number) => PhotoCard | undefined;
  readonly prefix: string;
  readonly keys: Active;
  readonly onOpen: (index: number) => void;
}) {
  const cells = linesOf({ first: row * columns, end: Math.min((row + 1) * columns, total) });
  return (
    <div
      {...{ role: 'row', 'aria-rowindex': row + 1 }}
      className="long-row photo-row"
      style={{ height: rows.rowHeight, top: rows.topOf(row) }}
    >
      {cells.map((index) => (
        <PhotoCell
          key={index}
          domId={`${prefix}-${index}`}
          id={id}
          photo={photos(index)}
          size={rows.rowHeight}
          active={index === keys.active}
          onOpen={() => {
            keys.setActive(index);
            onOpen(index);
          }}
        />
      ))}
    </div>
  );
}
