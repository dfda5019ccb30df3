import { createContext, type ReactNode, use } from 'react';
import { type Amounts, amountsIn } from './amounts.ts';
import { en, type Words } from './en.ts';
import type { Language } from './language.ts';
import { englishOnly, type ServerWords } from './server-words.ts';

/** How the page speaks: its own sentences, figures, and what the server says, in one language. */
export interface Speech {
  readonly language: Language;
  readonly words: Words;
  readonly amounts: Amounts;
  readonly server: ServerWords;
}

/** English comes with the page, another language is loaded when it is wanted. */
export async function speechIn(language: Language, now: () => number): Promise<Speech> {
  const amounts = amountsIn(language, now);
  if (language === 'en') return { language, words: en, amounts, server: englishOnly };
  const [{ de }, { germanServerWords }] = await Promise.all([
    import('./de.ts'),
    import('./de/server/server-words.ts'),
  ]);
  return { language, words: de, amounts, server: germanServerWords(amounts) };
}

const SpeechContext = createContext<Speech | undefined>(undefined);

export function SpeechProvider({
  speech,
  children,
}: {
  readonly speech: Speech;
  readonly children: ReactNode;
}) {
  return <SpeechContext value={speech}>{children}</SpeechContext>;
}

/** The page's sentences and figures in the language of the moment. */
export function useSpeech(): Speech {
  const speech = use(SpeechContext);
  if (speech === undefined) throw new Error('Nothing speaks here: a SpeechProvider is missing.');
  return speech;
}
