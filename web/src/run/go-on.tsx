import { type FormEvent, useState } from 'react';
import type { RunAgain, RunStarted } from '../../../src/server/contract/runs.ts';
import { call } from '../api/call.ts';
import { PasswordField } from '../parts/password-field.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { navigate } from '../shell/router.ts';
import { useSpeech } from '../words/speech.tsx';

/** Goes on with a run that was cut: the same request again, and the password once more where one was given. */
export function GoOn({ again }: { readonly again: RunAgain }) {
  const { words } = useSpeech();
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const wantsPassword = again.kind === 'backup' && again.encrypt === true;
  const go = (event: FormEvent): void => {
    event.preventDefault();
    setBusy(true);
    const body = password === '' ? again : { ...again, password };
    call<RunStarted>('POST', '/api/runs', body)
      .then(({ run }) => navigate(`/runs/${encodeURIComponent(run)}`))
      .catch(setError)
      .finally(() => setBusy(false));
  };
  return (
    <form className="stack close" onSubmit={go}>
      {wantsPassword ? (
        <PasswordField
          label={words.run.password}
          hint={words.run.passwordAbout}
          value={password}
          onChange={setPassword}
        />
      ) : undefined}
      <p>
        <button type="submit" className="button main" disabled={busy || (wantsPassword && password === '')}>
          {again.kind === 'backup' ? words.run.goOn : words.run.beginAgain}
        </button>
      </p>
      {error === undefined ? undefined : <Trouble error={error} />}
    </form>
  );
}
