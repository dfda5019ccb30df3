import { useEffect, useState } from 'react';
import { type Rows, useRows } from '../long/use-rows.ts';

/** As wide as a thumb wants them. */
const SMALLEST_CELL = 104;

/** A grid whose cells are squares: how many fit beside each other, and which rows are in sight. */
export function useGrid(
  total: number,
  want: (first: number, end: number) => void,
): { readonly rows: Rows; readonly columns: number; readonly cell: number } {
  const [{ columns, cell }, setShape] = useState({ columns: 3, cell: SMALLEST_CELL });
  const rows = useRows(Math.ceil(total / columns), cell);
  const { width, first, end } = rows;
  useEffect(() => {
    if (width === 0) return;
    const fitting = Math.max(2, Math.floor(width / SMALLEST_CELL));
    setShape({ columns: fitting, cell: Math.floor(width / fitting) });
  }, [width]);
  useEffect(() => want(first * columns, end * columns), [want, first, end, columns]);
  return { rows, columns, cell };
}
