import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useRef } from 'react';
import type { Pages } from '../long/use-pages.ts';

/** Until a message is drawn nobody knows how tall it is. */
const USUAL_HEIGHT = 64;

export interface FromEnd {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly list: Virtualizer<HTMLDivElement, Element>;
}

/** A list of lines of all heights that is shown from its end; only what is in sight is drawn, and asked for. */
export function useFromEnd<Item>({ total = 0, at, want }: Pages<Item>): FromEnd {
  const scroller = useRef<HTMLDivElement>(null);
  const list = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => USUAL_HEIGHT,
    overscan: 8,
  });
  const items = list.getVirtualItems();
  const [first, end] = [items[0]?.index ?? 0, (items.at(-1)?.index ?? 0) + 1];
  useEffect(() => want(first, end), [want, first, end]);
  const endIsHere = at(total - 1) !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: when it is known where the end is, and again when it has its height.
  useEffect(() => {
    if (total > 0) list.scrollToIndex(total - 1, { align: 'end' });
  }, [total, endIsHere]);
  return { scroller, list };
}
