import type { ReactNode } from 'react';

/** One thing to be chosen, and a sentence on what the choice means. */
export function Section({
  title,
  about,
  children,
}: {
  readonly title: string;
  readonly about?: string;
  readonly children: ReactNode;
}) {
  return (
    <section className="card stack close" aria-label={title}>
      <h2>{title}</h2>
      {children}
      {about === undefined ? undefined : <p className="soft small">{about}</p>}
    </section>
  );
}
