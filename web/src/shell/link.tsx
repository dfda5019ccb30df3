import type { MouseEvent, ReactNode } from 'react';
import { navigate } from './router.ts';

/** A link inside the page: no new load, but everything a link can do (new tab, copy) still works. */
export function Link({
  to,
  className,
  current = false,
  children,
}: {
  readonly to: string;
  readonly className?: string;
  readonly current?: boolean;
  readonly children: ReactNode;
}) {
  const go = (event: MouseEvent): void => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    navigate(to);
  };
  return (
    <a href={to} className={className} onClick={go} aria-current={current ? 'page' : undefined}>
      {children}
    </a>
  );
}
