import type { PageEvent } from '../../../../src/server/contract/events.ts';
import type { RunKind } from '../../../../src/server/contract/runs.ts';
import { useSpeech } from '../../words/speech.tsx';
import { lastOf } from './last-of.ts';

/** What a repair would do, before it is agreed to, and what came of it. */
export function Repaired({
  events,
  kind,
}: {
  readonly events: readonly PageEvent[];
  readonly kind: RunKind | null;
}) {
  const { words, server } = useSpeech();
  const planned = lastOf(events, 'repair.planned');
  const finished = lastOf(events, 'repair.finished');
  const say = words.told.repair;
  const nothing = planned !== undefined && planned.mends.length === 0 && planned.beyond.length === 0;
  const done = kind === 'bring-back' ? say.broughtBack : say.done;
  return (
    <>
      {finished === undefined ? undefined : (
        <p className={`notice told${finished.changed ? ' good' : ''}`}>
          <strong>{finished.changed ? done : nothing ? say.nothing : say.unchanged}</strong>
        </p>
      )}
      {planned === undefined || planned.mends.length === 0 ? undefined : (
        <section className="card stack close" aria-label={say.plan}>
          <h2>{say.plan}</h2>
          <ul className="stack close told-list">
            {planned.mends.map((mend) => {
              const { finds, changes, loses } = server.mend(mend);
              return (
                <li key={`${mend.id} ${finds}`}>
                  <strong>{finds}</strong>
                  <p>{changes}</p>
                  {loses === null ? undefined : <p className="small">{say.loses(loses)}</p>}
                </li>
              );
            })}
          </ul>
        </section>
      )}
      {planned === undefined || planned.beyond.length === 0 ? undefined : (
        <section className="card stack close" aria-label={say.beyond}>
          <h2>{say.beyond}</h2>
          <ul className="stack close told-list">
            {planned.beyond.map((beyond) => (
              <li key={beyond.sentence}>{server.beyond(beyond)}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
