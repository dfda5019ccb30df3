import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';

/** Browsers draw nothing taller than some 17 million pixels; beyond this a pixel of the scroll bar stands for several. */
const MOST_PIXELS = 8_000_000;
/** Rows drawn above and below what is seen, so that a quick turn of the wheel shows no gap. */
const MARGIN = 6;

export interface Rows {
  /** The element that scrolls. */
  readonly ref: RefObject<HTMLDivElement | null>;
  /** What stands in it, as tall as the whole list. */
  readonly height: number;
  readonly width: number;
  readonly count: number;
  readonly rowHeight: number;
  readonly first: number;
  /** Behind the last. */
  readonly end: number;
  /** How many are seen at once. */
  readonly seen: number;
  /** Where a row stands, in pixels from the top of what scrolls. */
  readonly topOf: (row: number) => number;
  /** Scrolls just as far as a row needs to be seen. */
  readonly reveal: (row: number) => void;
}

/**
 * The rows of a long list that are to be drawn now. All have one height, so that nothing is kept for those that are not
 * seen: a million cost as much as ten.
 */
export function useRows(count: number, rowHeight: number): Rows {
  const ref = useRef<HTMLDivElement>(null);
  const view = useView(ref);
  const full = count * rowHeight;
  const height = Math.min(full, MOST_PIXELS);
  const scale = height === full ? 1 : (full - view.height) / (height - view.height);
  const offset = view.top * scale;
  const reveal = useCallback(
    (row: number) => {
      const element = ref.current;
      if (element === null) return;
      const from = element.scrollTop * scale;
      const [top, bottom] = [row * rowHeight, (row + 1) * rowHeight];
      if (top < from) element.scrollTop = top / scale;
      else if (bottom > from + element.clientHeight)
        element.scrollTop = (bottom - element.clientHeight) / scale;
    },
    [scale, rowHeight],
  );
  return {
    ref,
    height,
    width: view.width,
    count,
    rowHeight,
    first: Math.max(0, Math.floor(offset / rowHeight) - MARGIN),
    end: Math.min(count, Math.ceil((offset + view.height) / rowHeight) + MARGIN),
    seen: Math.max(1, Math.floor(view.height / rowHeight)),
    topOf: (row) => row * rowHeight - offset + view.top,
    reveal,
  };
}

function useView(ref: RefObject<HTMLDivElement | null>): {
  readonly top: number;
  readonly height: number;
  readonly width: number;
} {
  const [view, setView] = useState({ top: 0, height: 0, width: 0 });
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const look = (): void => {
      const { scrollTop: top, clientHeight: height, clientWidth: width } = element;
      setView((old) =>
        old.top === top && old.height === height && old.width === width ? old : { top, height, width },
      );
    };
    look();
    const sizes = new ResizeObserver(look);
    sizes.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      sizes.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [ref]);
  return view;
}
