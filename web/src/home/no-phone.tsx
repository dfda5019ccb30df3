import type { Problem } from '../../../src/server/contract/problem.ts';
import type { SystemAnswer } from '../../../src/server/contract/system.ts';
import { useCall } from '../api/use-call.ts';
import { CableDrawing } from '../drawings/cable-drawing.tsx';
import { ProblemWords } from '../parts/trouble.tsx';
import { useSpeech } from '../words/speech.tsx';

/** No phone: what to do on this very system. */
export function NoPhone({ problem }: { readonly problem: Problem | null }) {
  const { words, server } = useSpeech();
  const system = useCall<SystemAnswer>('/api/system');
  const platform = system.answer?.platform ?? 'other';
  const wrong = (system.answer?.computerProblems ?? []).filter(
    ({ standing }) => standing === 'person' || standing === 'broken',
  );
  return (
    <section className="card no-phone">
      <div className="no-phone-picture">
        <CableDrawing
          act="connect"
          model={{ face: 'island', connector: 'usb-c', size: 'regular' }}
          caption={words.home.lead.none}
        />
      </div>
      <div className="stack close">
        <h2>{words.home.connectTitle}</h2>
        <ol className="plain-steps">
          {words.home.connect[platform].map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        {problem === null ? undefined : (
          <div className="notice you">
            <ProblemWords problem={problem} />
          </div>
        )}
        {wrong.map((finding) => {
          const { told, lang } = server.finding(finding);
          return (
            <div key={finding.id} className="notice you" lang={lang}>
              <strong>{told.sentence}</strong>
              {told.next === null ? undefined : <p>{told.next}</p>}
            </div>
          );
        })}
      </div>
    </section>
  );
}
