import { type FormEvent, useId, useState } from 'react';
import type { AdviceAnswer, AdviceRequest } from '../../../src/server/contract/icloud.ts';
import { call } from '../api/call.ts';
import { Trouble } from '../parts/trouble.tsx';
import { useSpeech } from '../words/speech.tsx';

const GB = 1e9;
/** What Apple gives and sells. */
const PLANS = [5, 50, 200, 2000, 6000, 12_000].map((size) => size * GB);

/** What only the iPhone shows: who looks, and says it, gets advice that counts with it. */
export function LookYourself({
  udid,
  onAdvice,
}: {
  readonly udid: string;
  readonly onAdvice: (advice: AdviceAnswer['advice']) => void;
}) {
  const { words } = useSpeech();
  const say = words.icloud.look;
  const [used, setUsed] = useState('');
  const [totalBytes, setTotalBytes] = useState(PLANS[0] ?? 0);
  const [lowPower, setLowPower] = useState<boolean>();
  const [counted, setCounted] = useState(false);
  const [error, setError] = useState<unknown>();
  const usedBytes = Number(used.replace(',', '.')) * GB;
  const odd = used !== '' && !(usedBytes >= 0 && usedBytes <= totalBytes);
  const ask = (event: FormEvent): void => {
    event.preventDefault();
    setError(undefined);
    const told: AdviceRequest = {
      ...(used !== '' && { icloudSpace: { usedBytes, totalBytes } }),
      ...(lowPower !== undefined && { lowPower }),
    };
    call<AdviceAnswer>('POST', `/api/icloud/${encodeURIComponent(udid)}/advice`, told).then(({ advice }) => {
      setCounted(true);
      onAdvice(advice);
    }, setError);
  };
  return (
    <details className="look-yourself">
      <summary>{say.title}</summary>
      <form className="stack close" onSubmit={ask}>
        <p className="soft small">{say.about}</p>
        <Space used={used} totalBytes={totalBytes} odd={odd} onUsed={setUsed} onTotal={setTotalBytes} />
        <LowPower on={lowPower} onChange={setLowPower} />
        <p className="row" role="status">
          <button
            type="submit"
            className="button"
            disabled={odd || (used === '' && lowPower === undefined && !counted)}
          >
            {say.ask}
          </button>
          {counted ? <span className="soft small">{say.counted}</span> : undefined}
        </p>
        {error === undefined ? undefined : <Trouble error={error} />}
      </form>
    </details>
  );
}

function Space({
  used,
  totalBytes,
  odd,
  onUsed,
  onTotal,
}: {
  readonly used: string;
  readonly totalBytes: number;
  readonly odd: boolean;
  readonly onUsed: (used: string) => void;
  readonly onTotal: (bytes: number) => void;
}) {
  const { words, amounts } = useSpeech();
  const say = words.icloud.look;
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{say.used}</label>
      <div className="look-space">
        <input
          id={id}
          value={used}
          inputMode="decimal"
          autoComplete="off"
          placeholder={say.unknown}
          aria-describedby={`${id}-hint`}
          aria-invalid={odd}
          onChange={(event) => onUsed(event.target.value.trim())}
        />
        <span className="soft">{say.of}</span>
        <select
          aria-label={say.of}
          value={totalBytes}
          onChange={(event) => onTotal(Number(event.target.value))}
        >
          {PLANS.map((bytes) => (
            <option key={bytes} value={bytes}>
              {amounts.size(bytes)}
            </option>
          ))}
        </select>
      </div>
      <span id={`${id}-hint`} className={odd ? 'wrong' : 'hint'}>
        {odd ? say.odd : say.usedHint}
      </span>
    </div>
  );
}

function LowPower({
  on,
  onChange,
}: {
  readonly on: boolean | undefined;
  readonly onChange: (on: boolean | undefined) => void;
}) {
  const { words } = useSpeech();
  const say = words.icloud.look;
  const id = useId();
  const values = { [say.unknown]: undefined, [say.on]: true, [say.off]: false };
  return (
    <div className="field">
      <label htmlFor={id}>{say.lowPower}</label>
      <select
        id={id}
        aria-describedby={`${id}-hint`}
        value={Object.entries(values).find(([, value]) => value === on)?.[0]}
        onChange={(event) => onChange(values[event.target.value])}
      >
        {Object.keys(values).map((word) => (
          <option key={word}>{word}</option>
        ))}
      </select>
      <span id={`${id}-hint`} className="hint">
        {say.lowPowerHint}
      </span>
    </div>
  );
}
