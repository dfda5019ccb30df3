import type { AriaAttributes, ReactNode } from 'react';
import type { Active } from './use-active.ts';
import type { Rows } from './use-rows.ts';

/** One line of a long list, at its place. */
export function LongLine({
  role,
  prefix,
  index,
  rows,
  keys,
  chosen = false,
  className = '',
  indent = 1,
  aria,
  onChosen,
  children,
}: {
  readonly role: 'row' | 'option' | 'treeitem';
  readonly prefix: string;
  readonly index: number;
  readonly rows: Rows;
  readonly keys: Active;
  readonly chosen?: boolean;
  readonly className?: string;
  /** In rem. */
  readonly indent?: number;
  readonly aria?: AriaAttributes;
  readonly onChosen?: () => void;
  readonly children: ReactNode;
}) {
  const active = index === keys.active ? ' active' : '';
  return (
    // biome-ignore lint/a11y: the role is given; the list it is in has the focus and the keys.
    <div
      {...aria}
      id={`${prefix}-${index}`}
      role={role}
      aria-selected={chosen}
      className={`long-row ${className}${active}${chosen ? ' chosen' : ''}`}
      style={{ height: rows.rowHeight, top: rows.topOf(index), paddingInlineStart: `${indent}rem` }}
      onClick={() => {
        keys.setActive(index);
        onChosen?.();
      }}
    >
      {children}
    </div>
  );
}
