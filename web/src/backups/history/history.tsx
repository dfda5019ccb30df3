import { useState } from 'react';
import type { HistoryAnswer } from '../../../../src/server/contract/backups.ts';
import { useCall } from '../../api/use-call.ts';
import { Trouble } from '../../parts/trouble.tsx';
import { Lead } from '../../shell/lead.tsx';
import { Link } from '../../shell/link.tsx';
import { useSpeech } from '../../words/speech.tsx';
import { backupApi, backupView, queryOf, stateOf } from '../addresses.ts';
import { BackLink } from '../inside/back-link.tsx';
import { startRun } from '../start-run.ts';

type Generation = HistoryAnswer['generations'][number];

/** The states a backup had, the newest first; any that is kept can become the backup again. */
export function History({ id }: { readonly id: string }) {
  const { words } = useSpeech();
  const { answer, error, reload } = useCall<HistoryAnswer>(backupApi(id, 'history'));
  const [chosen, setChosen] = useState<number | undefined>(undefined);
  const [failed, setFailed] = useState<unknown>(undefined);
  const say = words.backups.history;
  const bringBack = (): void => {
    if (chosen === undefined) return;
    setFailed(undefined);
    startRun({ kind: 'bring-back', backup: id, generation: chosen }).catch(setFailed);
  };
  const generations = answer?.generations.toReversed() ?? [];
  return (
    <div className="stack story">
      <BackLink to={backupView(id)}>{words.inside.back}</BackLink>
      <Lead more={<p>{say.about}</p>}>{say.lead}</Lead>
      {error === undefined ? undefined : <Trouble error={error} again={reload} />}
      {answer !== undefined && !generations.some(({ state }) => state === 'earlier') ? (
        <p>{say.none}</p>
      ) : undefined}
      <fieldset className="things one plain">
        <legend className="unseen">{say.lead}</legend>
        {generations.map((generation) => (
          <State key={generation.number} generation={generation} chosen={chosen} onChosen={setChosen} />
        ))}
      </fieldset>
      {failed === undefined ? undefined : <Trouble error={failed} />}
      <div className="row">
        <button type="button" className="button main" disabled={chosen === undefined} onClick={bringBack}>
          {say.bringBack}
        </button>
        {chosen === undefined ? undefined : (
          <>
            <Link to={backupView(stateOf(id, chosen), 'photos')} className="button">
              {say.look}
            </Link>
            <Link
              to={`${backupView(id, 'restore')}${queryOf({ generation: String(chosen) })}`}
              className="button"
            >
              {say.restore}
            </Link>
          </>
        )}
      </div>
      <p className="soft small">{say.safe}</p>
    </div>
  );
}

function State({
  generation,
  chosen,
  onChosen,
}: {
  readonly generation: Generation;
  readonly chosen: number | undefined;
  readonly onChosen: (number: number) => void;
}) {
  const { words, amounts } = useSpeech();
  const say = words.backups.history;
  const { number, state, at, added, replaced, removed } = generation;
  const changes =
    added === null || replaced === null || removed === null
      ? undefined
      : say.changes(amounts.number(added), amounts.number(replaced), amounts.number(removed));
  return (
    <label className="thing">
      <input
        type="radio"
        name="generation"
        disabled={state !== 'earlier'}
        checked={chosen === number}
        onChange={() => onChosen(number)}
      />
      <span>
        <strong>{amounts.moment(at)}</strong>
        <span className="soft small">{[say.states[state], changes].filter(Boolean).join(' · ')}</span>
      </span>
    </label>
  );
}
