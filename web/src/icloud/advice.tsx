import { useState } from 'react';
import type { IcloudAnswer } from '../../../src/server/contract/icloud.ts';
import { useSpeech } from '../words/speech.tsx';
import { LookYourself } from './look-yourself.tsx';

/** What helps, the most useful first; with the numbers it goes by. */
export function Advice({ udid, first }: { readonly udid: string; readonly first: IcloudAnswer['advice'] }) {
  const { words, server } = useSpeech();
  const [told, setTold] = useState<IcloudAnswer['advice']>();
  const advice = told ?? first;
  if (advice.length === 0) return undefined;
  return (
    <section className="stack close" aria-label={words.icloud.advice}>
      <h2>{words.icloud.advice}</h2>
      <LookYourself udid={udid} onAdvice={setTold} />
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
