import type { ContentKind } from '../../../src/kit/run-event.ts';
import { useSpeech } from '../words/speech.tsx';

/** The order of the words, whatever is the most. */
const ORDER: readonly ContentKind[] = ['photos', 'messages', 'apps', 'health', 'settings', 'other'];

/** What is being saved, by kind, as areas that are as large as their share. */
export function Areas({ kinds }: { readonly kinds: Readonly<Partial<Record<ContentKind, number>>> }) {
  const { words, amounts } = useSpeech();
  const { areas } = words.run;
  const shown = ORDER.map((kind) => ({ kind, bytes: kinds[kind] ?? 0 })).filter(({ bytes }) => bytes > 0);
  if (shown.length < 2) return undefined;
  return (
    <figure className="areas" aria-label={areas.title}>
      <figcaption className="soft small">{areas.title}</figcaption>
      <div className="areas-picture" aria-hidden="true">
        {shown.map(({ kind, bytes }) => (
          <div key={kind} className={`area area-${kind}`} style={{ flexGrow: bytes }} />
        ))}
      </div>
      <ul className="areas-words">
        {shown.map(({ kind, bytes }) => (
          <li key={kind}>
            <span className={`area area-${kind}`} />
            {areas.kinds[kind]} <span className="soft figures">{amounts.size(bytes)}</span>
          </li>
        ))}
      </ul>
    </figure>
  );
}
