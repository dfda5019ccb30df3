import type { RunSummary } from '../../../src/server/contract/runs.ts';
import { Link } from '../shell/link.tsx';
import { useSpeech } from '../words/speech.tsx';

const SHOWN = 4;

/** The newest runs, each a way to its end. */
export function Lately({ runs }: { readonly runs: readonly RunSummary[] }) {
  const { words, amounts } = useSpeech();
  const { lately } = words.home;
  const told = runs.filter(({ kind }) => kind !== 'check').slice(0, SHOWN);
  if (told.length === 0) return undefined;
  return (
    <section className="stack close">
      <h2>{lately.title}</h2>
      <ul className="lately">
        {told.map((run) => (
          <li key={run.run}>
            <Link to={`/runs/${encodeURIComponent(run.run)}`}>
              {lately.kinds[run.kind]}
              {run.phoneName === null ? '' : ` · ${run.phoneName}`}
            </Link>
            <span className="soft small">
              {run.state === 'finished' && run.outcome !== null
                ? lately.outcomes[run.outcome]
                : lately.outcomes[run.state === 'finished' ? 'interrupted' : run.state]}
              , {amounts.ago(run.ended ?? run.began)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
