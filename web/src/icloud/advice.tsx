import type { IcloudAnswer } from '../../../src/server/contract/icloud.ts';
import { useSpeech } from '../words/speech.tsx';

/** What helps, the most useful first; with the numbers it goes by. */
export function Advice({ advice }: { readonly advice: IcloudAnswer['advice'] }) {
  const { words, language } = useSpeech();
  // The server counts and speaks English; what it says is marked so in other languages.
  const lang = language === 'en' ? undefined : 'en';
  if (advice.length === 0) return undefined;
  return (
    <section className="stack close" aria-label={words.icloud.advice}>
      <h2>{words.icloud.advice}</h2>
      <ol className="advice" lang={lang}>
        {advice.map(({ id, sentence, next }) => (
          <li key={id} className="card">
            <p>
              <strong>{sentence}</strong>
            </p>
            {next === '' ? undefined : <p className="soft">{next}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
