import type { KeyboardEvent, ReactNode } from 'react';
import type { Active } from './use-active.ts';
import type { Rows } from './use-rows.ts';

/**
 * What scrolls of a long list. It has the focus and the keys, and names the line they are at; the lines in it come and go.
 */
export function LongList({
  role,
  label,
  prefix,
  count,
  columns,
  rows,
  keys,
  className = '',
  onKeyDown = keys.onKeyDown,
  children,
}: {
  readonly role: 'grid' | 'listbox' | 'tree';
  readonly label: string;
  /** Lines have the id `${prefix}-${index}`. */
  readonly prefix: string;
  readonly count: number;
  /** Of a grid. */
  readonly columns?: number;
  readonly rows: Rows;
  readonly keys: Active;
  readonly className?: string;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y: the role is given, and with it what may be said and done.
    <div
      ref={rows.ref}
      className={`long ${className}`}
      role={role}
      aria-label={label}
      aria-rowcount={role === 'grid' ? rows.count : undefined}
      aria-colcount={columns}
      tabIndex={0}
      aria-activedescendant={count > 0 ? `${prefix}-${keys.active}` : undefined}
      onKeyDown={onKeyDown}
      hidden={count === 0}
    >
      <div role="presentation" className="long-inner" style={{ height: rows.height }}>
        {children}
      </div>
    </div>
  );
}

/** The numbers of the lines that are to be drawn now. */
export function linesOf({ first, end }: Pick<Rows, 'first' | 'end'>): readonly number[] {
  return Array.from({ length: Math.max(0, end - first) }, (_, offset) => first + offset);
}
