import { useState } from 'react';
import type { Done } from '../../../src/server/contract/problem.ts';
import { call } from '../api/call.ts';
import { Trouble } from '../parts/trouble.tsx';
import { useSpeech } from '../words/speech.tsx';

/** Stops a run, after asking once. */
export function StopRun({ run }: { readonly run: string }) {
  const { words } = useSpeech();
  const [asking, setAsking] = useState(false);
  const [error, setError] = useState<unknown>();
  const stop = (): void => {
    setAsking(false);
    call<Done>('POST', `/api/runs/${encodeURIComponent(run)}/cancel`, {}).then(
      () => setError(undefined),
      setError,
    );
  };
  if (!asking) {
    return (
      <div>
        <button type="button" className="button quiet" onClick={() => setAsking(true)}>
          {words.run.stop}
        </button>
        {error === undefined ? undefined : <Trouble error={error} />}
      </div>
    );
  }
  return (
    <div className="notice row">
      <p>{words.run.stopAsk}</p>
      <button type="button" className="button" onClick={stop}>
        {words.run.stopYes}
      </button>
      {/* biome-ignore lint/a11y/noAutofocus: the question took the place of the button that had the focus. */}
      <button type="button" className="button main" autoFocus onClick={() => setAsking(false)}>
        {words.run.stopNo}
      </button>
    </div>
  );
}
