import './installing.css';
import type { RemedyProgress } from '../words/server-words.ts';
import { useSpeech } from '../words/speech.tsx';

/** How far an installation of iOS is: what it does now, and how much of that is done. */
export function Installing({ progress }: { readonly progress: RemedyProgress }) {
  const { words, amounts, server } = useSpeech();
  const { percent } = progress;
  const { told, lang } = server.installing(progress);
  return (
    <div className="installing">
      <p className="row between">
        <span lang={lang}>{told}</span>
        {percent === null ? undefined : <span className="figures">{amounts.percent(percent)}</span>}
      </p>
      <div
        className={percent === null ? 'installing-track unknown' : 'installing-track'}
        role="progressbar"
        aria-label={words.run.progress}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent ?? undefined}
        style={{ '--part': (percent ?? 0) / 100 }}
      />
    </div>
  );
}
