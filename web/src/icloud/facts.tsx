import type { IcloudAnswer } from '../../../src/server/contract/icloud.ts';
import { useSpeech } from '../words/speech.tsx';

/** What was seen, each with where it comes from and when. */
export function Facts({ facts }: { readonly facts: IcloudAnswer['facts'] }) {
  const { words, amounts, language } = useSpeech();
  const lang = language === 'en' ? undefined : 'en';
  if (facts.length === 0) return undefined;
  return (
    <details>
      <summary>{words.icloud.facts}</summary>
      <ul className="stack close cloud-facts">
        {facts.map(({ sentence, source, at }) => (
          <li key={`${at} ${source} ${sentence}`}>
            <p lang={lang}>{sentence}</p>
            <p className="soft small">
              <span lang={lang}>{source}</span> · {amounts.moment(at)}
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}
