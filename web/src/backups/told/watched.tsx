import type { PageEvent } from '../../../../src/server/contract/events.ts';
import { useSpeech } from '../../words/speech.tsx';
import { allOf } from './last-of.ts';

/** What a watch says of the phone's own backup: the newest at large, what came before on demand. */
export function Watched({ events }: { readonly events: readonly PageEvent[] }) {
  const { words, amounts, language } = useSpeech();
  const told = allOf(events, 'watch.told');
  const newest = told.at(-1);
  if (newest === undefined) return undefined;
  const lang = language === 'en' ? undefined : 'en';
  const tone = { fine: 'good', waits: 'you', trouble: 'risk' }[newest.standing];
  return (
    <section className={`notice told ${tone}`} lang={lang}>
      <p aria-live="polite">
        <strong>{newest.sentence}</strong>
      </p>
      {newest.lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {told.length < 2 ? undefined : (
        <details lang={language}>
          <summary>{words.told.watch.before}</summary>
          <ul className="told-list" lang={lang}>
            {told
              .slice(0, -1)
              .toReversed()
              .map(({ number, at, sentence }) => (
                <li key={number}>
                  <span className="soft small figures">{amounts.time(at)}</span> {sentence}
                </li>
              ))}
          </ul>
        </details>
      )}
    </section>
  );
}
