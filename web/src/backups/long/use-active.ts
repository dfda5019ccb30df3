import { type KeyboardEvent, useEffect, useState } from 'react';

export interface Active {
  readonly active: number;
  readonly setActive: (index: number) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/**
 * The one item of a list that the keyboard is at. The list itself keeps the focus and names the item with
 * aria-activedescendant: items come and go while somebody scrolls, and would take the focus with them.
 */
export function useActive({
  count,
  columns = 1,
  page,
  reveal,
  open,
}: {
  readonly count: number;
  readonly columns?: number;
  /** How far Page up and Page down go. */
  readonly page: number;
  readonly reveal: (index: number) => void;
  readonly open?: (index: number) => void;
}): Active {
  const [active, setActive] = useState(0);
  useEffect(() => setActive((old) => Math.max(0, Math.min(old, count - 1))), [count]);
  const go = (index: number): void => {
    const next = Math.max(0, Math.min(index, count - 1));
    setActive(next);
    reveal(next);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || event.altKey || event.ctrlKey || event.metaKey) return;
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: columns,
      ArrowUp: -columns,
      PageDown: page,
      PageUp: -page,
      Home: -count,
      End: count,
      ...(columns > 1 && { ArrowRight: 1, ArrowLeft: -1 }),
    };
    const step = steps[event.key];
    if (step !== undefined) go(active + step);
    else if ((event.key === 'Enter' || event.key === ' ') && open && count > 0) open(active);
    else return;
    event.preventDefault();
  };
  return { active, setActive, onKeyDown };
}
