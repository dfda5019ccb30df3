import { useCallback, useEffect, useRef, useState } from 'react';
import { call } from '../../api/call.ts';

/** Pages that are kept; what is scrolled away far enough is asked for again. */
const KEPT = 40;
/** Who drags the scroll bar through a long list passes most pages without looking at them. */
const SETTLE_MS = 60;

export interface PageOf<Item> {
  readonly total: number;
  readonly size: number;
  readonly items: readonly Item[];
}

export interface Pages<Item> {
  /** Undefined until the first page is there. */
  readonly total: number | undefined;
  /** Undefined while it is on its way. */
  readonly at: (index: number) => Item | undefined;
  readonly error: unknown;
  readonly reload: () => void;
  /** Says which items are to be seen now: from `first` up to `end`. */
  readonly want: (first: number, end: number) => void;
}

interface Known<Item> {
  readonly path: string;
  readonly total: number | undefined;
  readonly size: number;
  readonly pages: ReadonlyMap<number, readonly Item[]>;
  readonly error: unknown;
}

/**
 * A list that comes in numbered pages: only those that hold what is wanted are asked for. `path` without its page; another
 * path is another list.
 */
export function usePages<Answer, Item>(
  path: `/api/${string}`,
  itemsOf: (answer: Answer) => PageOf<Item>,
): Pages<Item> {
  const [{ first, end }, setRange] = useState({ first: 0, end: 1 });
  const [turn, setTurn] = useState(0);
  const [known, setKnown] = useState<Known<Item>>(() => nothing(path));
  const mine = known.path === path ? known : nothing<Item>(path);
  const asked = useRef(new Set<string>());
  const read = useRef(itemsOf);
  read.current = itemsOf;
  const wanted = missing(mine, first, end).join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new turn asks again.
  useEffect(() => {
    if (wanted === '') return;
    const ask = (): void => {
      for (const page of wanted.split(' ').map(Number)) {
        const key = `${path} ${page}`;
        if (asked.current.has(key)) continue;
        asked.current.add(key);
        call<Answer>('GET', `${path}${path.includes('?') ? '&' : '?'}page=${page}`)
          .then(
            (answer) => setKnown((old) => withPage(old, path, page, read.current(answer))),
            (error: unknown) =>
              setKnown((old) => ({ ...(old.path === path ? old : nothing<Item>(path)), error })),
          )
          .finally(() => asked.current.delete(key));
      }
    };
    if (wanted === '0') return ask();
    const timer = setTimeout(ask, SETTLE_MS);
    return () => clearTimeout(timer);
  }, [path, wanted, turn]);
  const reload = useCallback(() => {
    setKnown((old) => ({ ...old, error: undefined }));
    setTurn((old) => old + 1);
  }, []);
  const want = useCallback(
    (first: number, end: number) =>
      setRange((old) => (old.first === first && old.end === end ? old : { first, end })),
    [],
  );
  return {
    want,
    total: mine.total,
    at: (index) => mine.pages.get(Math.floor(index / mine.size))?.[index % mine.size],
    error: mine.error,
    reload,
  };
}

function nothing<Item>(path: string): Known<Item> {
  return { path, total: undefined, size: 1, pages: new Map(), error: undefined };
}

/** The first page tells how many there are. */
function missing<Item>({ total, size, pages, error }: Known<Item>, first: number, end: number): number[] {
  if (error !== undefined) return [];
  if (total === undefined) return [0];
  const wanted: number[] = [];
  const last = Math.min(end, total) - 1;
  for (let page = Math.floor(first / size); page <= Math.floor(last / size); page += 1)
    if (!pages.has(page)) wanted.push(page);
  return wanted;
}

function withPage<Item>(
  old: Known<Item>,
  path: string,
  page: number,
  { total, size, items }: PageOf<Item>,
): Known<Item> {
  const pages = new Map(old.path === path ? old.pages : []);
  pages.set(page, items);
  const [oldest] = pages.keys();
  if (oldest !== undefined && pages.size > KEPT) pages.delete(oldest);
  return { path, total, size, pages, error: undefined };
}
