import type { ReactNode } from 'react';

/** Something that can be done, and one sentence on when to do it. */
export function ActLine({ about, children }: { readonly about: string; readonly children: ReactNode }) {
  return (
    <li className="act-line">
      {children}
      <p className="soft small">{about}</p>
    </li>
  );
}
