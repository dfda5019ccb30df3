import type { ReactNode } from 'react';
import { Link } from '../../shell/link.tsx';

/** To what is above this view. */
export function BackLink({ to, children }: { readonly to: string; readonly children: ReactNode }) {
  return (
    <p className="back-link">
      <Link to={to}>
        <span aria-hidden="true">← </span>
        {children}
      </Link>
    </p>
  );
}
