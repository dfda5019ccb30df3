import { useEffect } from 'react';
import { type PageOf, type Pages, usePages } from './use-pages.ts';
import { type Rows, useRows } from './use-rows.ts';

/** A long list as it is drawn: rows in sight, and the pages that hold what is in them. */
export function useLongList<Answer, Item>(
  path: `/api/${string}`,
  itemsOf: (answer: Answer) => PageOf<Item>,
  rowHeight: number,
): { readonly pages: Pages<Item>; readonly rows: Rows } {
  const pages = usePages(path, itemsOf);
  const rows = useRows(pages.total ?? 0, rowHeight);
  const { want } = pages;
  const { first, end } = rows;
  useEffect(() => want(first, end), [want, first, end]);
  return { pages, rows };
}
