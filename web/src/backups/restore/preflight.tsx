import { useCallback, useEffect, useState } from 'react';
import type { PreflightAnswer } from '../../../../src/server/contract/backups.ts';
import { call } from '../../api/call.ts';
import { ProblemWords, Trouble } from '../../parts/trouble.tsx';
import { useSpeech } from '../../words/speech.tsx';
import { backupApi } from '../addresses.ts';

/** Everything that stands in the way of a restore, named before anything is touched. */
export function Preflight({
  id,
  udid,
  generation,
  onClear,
}: {
  readonly id: string;
  readonly udid: string;
  readonly generation: number | undefined;
  readonly onClear: (clear: boolean) => void;
}) {
  const { words } = useSpeech();
  const [answer, setAnswer] = useState<PreflightAnswer | undefined>(undefined);
  const [error, setError] = useState<unknown>(undefined);
  const say = words.backups.restore;
  const look = useCallback(
    (signal?: AbortSignal) => {
      setAnswer(undefined);
      setError(undefined);
      onClear(false);
      const body = { udid, ...(generation !== undefined && { generation }) };
      call<PreflightAnswer>('POST', backupApi(id, 'preflight'), body, signal).then(
        (found) => {
          setAnswer(found);
          onClear(found.problems.length === 0);
        },
        (thrown: unknown) => {
          if (signal?.aborted !== true) setError(thrown);
        },
      );
    },
    [id, udid, generation, onClear],
  );
  useEffect(() => {
    const leaving = new AbortController();
    look(leaving.signal);
    return () => leaving.abort();
  }, [look]);
  if (error !== undefined) return <Trouble error={error} again={() => look()} />;
  if (answer === undefined) return <p role="status">{say.looking}</p>;
  if (answer.problems.length === 0)
    return (
      <p role="status" className="notice good">
        {say.clear}
      </p>
    );
  return (
    <section className="stack close" aria-label={say.inTheWay}>
      <h2>{say.inTheWay}</h2>
      {answer.problems.map((problem) => (
        <div key={problem.code} className="notice you">
          <ProblemWords problem={problem} />
        </div>
      ))}
      <p>
        <button type="button" className="button" onClick={() => look()}>
          {say.again}
        </button>
      </p>
    </section>
  );
}
