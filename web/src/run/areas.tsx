import './areas.css';
import type { ContentKind } from '../../../src/kit/run-event.ts';
import { useSpeech } from '../words/speech.tsx';
import { contentKinds } from './carried.ts';
import { tilesOf } from './tiles.ts';

/** About how many times wider than high the picture is, on narrow screens and large ones. */
const ASPECT = 4;

/** What is being saved, by kind, as areas that are as large as their share. */
export function Areas({ kinds }: { readonly kinds: Readonly<Partial<Record<ContentKind, number>>> }) {
  const { words, amounts } = useSpeech();
  const { areas } = words.run;
  const shown = contentKinds
    .map((kind) => ({ kind, bytes: kinds[kind] ?? 0 }))
    .filter(({ bytes }) => bytes > 0);
  if (shown.length < 2) return undefined;
  const largest = shown.toSorted((one, other) => other.bytes - one.bytes);
  const tiles = tilesOf(
    largest.map(({ bytes }) => bytes),
    ASPECT,
  );
  return (
    <figure className="areas" aria-label={areas.title}>
      <figcaption className="soft small">{areas.title}</figcaption>
      <div className="areas-picture" aria-hidden="true">
        {tiles.map(({ x, y, width, height }, index) => {
          const kind = largest[index]?.kind ?? 'other';
          return (
            <div
              key={kind}
              className={`area area-${kind}`}
              style={{ left: `${x}%`, top: `${y}%`, width: `${width}%`, height: `${height}%` }}
            >
              {width > 28 && height > 38 ? <span className="area-name">{areas.kinds[kind]}</span> : undefined}
            </div>
          );
        })}
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
