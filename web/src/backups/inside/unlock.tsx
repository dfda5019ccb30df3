import { type FormEvent, useState } from 'react';
import type { Unlock as UnlockRequest } from '../../../../src/server/contract/backups.ts';
import { call, ProblemError } from '../../api/call.ts';
import { PasswordField } from '../../parts/password-field.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { Lead } from '../../shell/lead.tsx';
import { useSpeech } from '../../words/speech.tsx';
import { backupApi, backupView } from '../addresses.ts';
import { BackLink } from './back-link.tsx';

/** Asks for the password of an encrypted backup. It goes into one request and is forgotten here at once. */
export function Unlock({ id, onOpen }: { readonly id: string; readonly onOpen: () => void }) {
  const { words } = useSpeech();
  const [password, setPassword] = useState('');
  const [error, setError] = useState<unknown>(undefined);
  const [trying, setTrying] = useState(false);
  const say = words.inside.unlock;
  const unlock = (event: FormEvent): void => {
    event.preventDefault();
    if (password === '' || trying) return;
    setTrying(true);
    setError(undefined);
    call('POST', backupApi(id, 'unlock'), { password } satisfies UnlockRequest).then(
      () => {
        setPassword('');
        onOpen();
      },
      (thrown: unknown) => {
        setTrying(false);
        setError(thrown);
      },
    );
  };
  const wrong = error instanceof ProblemError && error.problem.code === 'archive.wrong-password';
  return (
    <div className="stack unlock">
      <BackLink to={backupView(id)}>{words.inside.back}</BackLink>
      <Lead more={<p>{say.about}</p>}>{say.lead}</Lead>
      <form className="stack close" onSubmit={unlock}>
        <PasswordField
          label={say.password}
          hint={say.hint}
          wrong={wrong ? say.wrong : undefined}
          value={password}
          onChange={setPassword}
        />
        <p>
          <button type="submit" className="button main" disabled={trying || password === ''}>
            {trying ? say.trying : say.open}
          </button>
        </p>
      </form>
      {error === undefined || wrong ? undefined : <Trouble error={error} />}
    </div>
  );
}
