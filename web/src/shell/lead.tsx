import { type ReactNode, useEffect, useRef } from 'react';

/** More letters than this would fill a small screen at the full size. */
const LONG = 64;

/**
 * The one sentence that leads a view: its heading, its title, and what a screen reader hears first. With `live` a change of
 * the sentence is announced; nothing else of a view should be.
 */
export function Lead({
  children,
  more,
  live = false,
  lang,
}: {
  readonly children: string;
  readonly more?: ReactNode;
  readonly live?: boolean;
  readonly lang?: string | undefined;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${children} · Thaw`;
  }, [children]);
  // A view that appears takes the focus with it, unless the person is already somewhere in it.
  useEffect(() => {
    const at = document.activeElement;
    if (at === null || at === document.body || at.closest('main') === null) {
      heading.current?.focus({ preventScroll: true });
    }
  }, []);
  return (
    <div className={children.length > LONG ? 'lead lengthy' : 'lead'}>
      <h1 ref={heading} tabIndex={-1} lang={lang} aria-live={live ? 'polite' : undefined} aria-atomic={live}>
        {children}
      </h1>
      {more}
    </div>
  );
}
