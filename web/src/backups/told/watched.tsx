import type { PageEvent } from '../../../../src/server/contract/events.ts';
import { useSpeech } from '../../words/speech.tsx';
import { allOf } from './last-of.ts';

/** What a watch says of the phone's own backup: the newest at large, what came before on demand. */
export function Watched({ events }: { readonly events: readonly PageEvent[] }) {
  const { words, amounts, server } = useSpeech();
  const told = allOf(events, 'watch.told');
  const newest = told.at(-1);
  if (newest === undefined) return undefined;
  const tone = { fine: 'good', waits: 'you', trouble: 'risk' }[newest.standing];
  return (
    <section className={`notice told ${tone}`}>
      <p aria-live="polite">
        <strong>{server.watch(newest)}</strong>
      </p>
      {newest.lines.map((line) => (
        <p key={line} className="small" lang="en">
          <code>{line}</code>
        </p>
      ))}
      {told.length < 2 ? undefined : (
        <details>
          <summary>{words.told.watch.before}</summary>
          <ul className="told-list">
            {told
              .slice(0, -1)
              .toReversed()
              .map((earlier) => (
                <li key={earlier.number}>
                  <span className="soft small figures">{amounts.time(earlier.at)}</span>{' '}
                  {server.watch(earlier)}
                </li>
              ))}
          </ul>
        </details>
      )}
    </section>
  );
}
