import { useState } from 'react';
import type { PhoneCard, VirtualAnswer, VirtualRequest } from '../../../src/server/contract/phones.ts';
import { call } from '../api/call.ts';
import { Trouble } from '../parts/trouble.tsx';
import { useSpeech } from '../words/speech.tsx';
import { stories } from './stories.ts';

/** A phone to try everything with; always there, and marked as what it is. */
export function TryVirtual({ phones }: { readonly phones: readonly PhoneCard[] }) {
  const { words } = useSpeech();
  const text = words.home.try;
  const here = phones.some(({ link }) => link === 'virtual');
  const [scenario, setScenario] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const act = (work: Promise<unknown>): void => {
    setBusy(true);
    setError(undefined);
    work.catch(setError).finally(() => setBusy(false));
  };
  const body: VirtualRequest = scenario === '' ? {} : { scenario };
  return (
    <section className="try-virtual stack close">
      {here ? (
        <p>
          <button
            type="button"
            className="button quiet"
            disabled={busy}
            onClick={() => act(call<VirtualAnswer>('DELETE', '/api/virtual'))}
          >
            {text.stop}
          </button>
        </p>
      ) : (
        <>
          <h2>{text.title}</h2>
          <p className="soft">{text.about}</p>
          <Stories value={scenario} onChange={setScenario} />
          <p>
            <button
              type="button"
              className={phones.length === 0 ? 'button main' : 'button'}
              disabled={busy}
              onClick={() => act(call<VirtualAnswer>('POST', '/api/virtual', body))}
            >
              {text.start}
            </button>
          </p>
        </>
      )}
      {error === undefined ? undefined : <Trouble error={error} />}
    </section>
  );
}

/** What the virtual iPhone may play. The lab has many more; these are the ones people ask about. */
function Stories({ value, onChange }: { readonly value: string; readonly onChange: (id: string) => void }) {
  const { words } = useSpeech();
  const text = words.home.try;
  return (
    <details>
      <summary>{text.story}</summary>
      <div className="field story">
        <select aria-label={text.story} value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="">{text.plain}</option>
          {stories.map((story) => (
            <option key={story} value={story}>
              {text.stories[story]}
            </option>
          ))}
        </select>
      </div>
    </details>
  );
}
