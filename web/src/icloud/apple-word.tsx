import { useState } from 'react';
import type { AppleStatus } from '../../../src/server/contract/icloud.ts';
import { call } from '../api/call.ts';
import { Trouble } from '../parts/trouble.tsx';
import { useSpeech } from '../words/speech.tsx';

/** What Apple says of its services. It is asked only when the person wants it: that alone leaves this computer. */
export function AppleWord({ udid, known }: { readonly udid: string; readonly known: AppleStatus | null }) {
  const { words, amounts } = useSpeech();
  const [status, setStatus] = useState(known);
  const [error, setError] = useState<unknown>(undefined);
  const [asking, setAsking] = useState(false);
  const say = words.icloud.apple;
  const ask = (): void => {
    setAsking(true);
    setError(undefined);
    call<AppleStatus>('POST', `/api/icloud/${encodeURIComponent(udid)}/status`)
      .then(setStatus, setError)
      .finally(() => setAsking(false));
  };
  return (
    <section className="stack close" aria-label={say.title}>
      <h2>{say.title}</h2>
      {status === null ? <p className="soft">{say.notAsked}</p> : <Services status={status} />}
      {error === undefined ? undefined : <Trouble error={error} />}
      <p role="status">
        <button type="button" className="button" disabled={asking} onClick={ask}>
          {asking ? say.asking : say.ask}
        </button>{' '}
        {status === null ? undefined : <span className="soft small">{say.asOf(amounts.ago(status.at))}</span>}
      </p>
    </section>
  );
}

function Services({ status }: { readonly status: AppleStatus }) {
  const { words } = useSpeech();
  const say = words.icloud.apple;
  return (
    <ul className="services">
      {status.services.map(({ service, state, message }) => (
        <li key={service} className="row between">
          <span>
            <span lang="en">{service}</span>
            {message === null ? undefined : (
              <span className="soft small" lang="en">
                {' '}
                {message}
              </span>
            )}
          </span>
          <span className={`tag ${state === 'fine' ? 'good' : 'you'}`}>{say.states[state]}</span>
        </li>
      ))}
    </ul>
  );
}
