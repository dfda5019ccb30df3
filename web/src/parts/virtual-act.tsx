import { useState } from 'react';
import type { VirtualAct } from '../../../src/server/contract/phones.ts';
import type { Done } from '../../../src/server/contract/problem.ts';
import { call } from '../api/call.ts';
import { useSpeech } from '../words/speech.tsx';
import { Trouble } from './trouble.tsx';

/** Nobody can take a virtual iPhone in the hand: its owner does here what a step asks for. */
export function VirtualActButton({ udid, step }: { readonly udid: string; readonly step: string }) {
  const { words } = useSpeech();
  const [error, setError] = useState<unknown>();
  const act = (): void => {
    const body: VirtualAct = { do: step };
    call<Done>('POST', `/api/virtual/${encodeURIComponent(udid)}/act`, body).then(
      () => setError(undefined),
      setError,
    );
  };
  return (
    <>
      <p>
        <button type="button" className="button" onClick={act}>
          {words.home.virtualAct}
        </button>
      </p>
      {error === undefined ? undefined : <Trouble error={error} />}
    </>
  );
}
