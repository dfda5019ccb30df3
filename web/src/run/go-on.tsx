import { type FormEvent, useState } from 'react';
import type { RunAgain } from '../../../src/server/contract/runs.ts';
import { useStart } from '../backups/use-start.ts';
import { PasswordField } from '../parts/password-field.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { useSpeech } from '../words/speech.tsx';

/** Goes on with a run that was cut: the same request again, and the password once more where one was given. */
export function GoOn({ again }: { readonly again: RunAgain }) {
  const { words } = useSpeech();
  const [password, setPassword] = useState('');
  const { start, starting, error } = useStart();
  const wantsPassword = again.kind === 'backup' && again.encrypt === true;
  const go = (event: FormEvent): void => {
    event.preventDefault();
    start(again.kind === 'backup' && password !== '' ? { ...again, password } : again);
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
        <button
          type="submit"
          className="button main"
          disabled={starting || (wantsPassword && password === '')}
        >
          {again.kind === 'backup' ? words.run.goOn : words.run.beginAgain}
        </button>
      </p>
      {error === undefined ? undefined : <Trouble error={error} />}
    </form>
  );
}
