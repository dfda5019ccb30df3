import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useRef } from 'react';
import type { Pages } from '../long/use-pages.ts';

/** Until a message is drawn nobody knows how tall it is. */
const USUAL_HEIGHT = 64;

export interface FromEnd {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly list: Virtualizer<HTMLDivElement, Element>;
}

/** A list of lines of all heights that is shown from its end, and stays there until somebody moves; only what is in sight is drawn. */
export function useFromEnd<Item>({ total = 0, want }: Pages<Item>): FromEnd {
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
  const size = list.getTotalSize();
  const sizeBefore = useRef(0);
  // Heights come as messages are drawn, and those of pictures later still.
  useEffect(() => {
    const box = scroller.current;
    if (box === null) return;
    const wasAtEnd = sizeBefore.current - box.clientHeight - box.scrollTop < USUAL_HEIGHT;
    sizeBefore.current = size;
    if (wasAtEnd) box.scrollTop = box.scrollHeight;
  }, [size]);
  return { scroller, list };
}
