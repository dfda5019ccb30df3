import type { IcloudAnswer } from '../../../src/server/contract/icloud.ts';
import { useSpeech } from '../words/speech.tsx';

/** What helps, the most useful first; with the numbers it goes by. */
export function Advice({ advice }: { readonly advice: IcloudAnswer['advice'] }) {
  const { words, server } = useSpeech();
  if (advice.length === 0) return undefined;
  return (
    <section className="stack close" aria-label={words.icloud.advice}>
      <h2>{words.icloud.advice}</h2>
      <ol className="advice">
        {advice.map((one) => {
          const { sentence, next } = server.advice(one);
          return (
            <li key={one.id} className="card">
              <p>
                <strong>{sentence}</strong>
              </p>
              {next === '' ? undefined : <p className="soft">{next}</p>}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
