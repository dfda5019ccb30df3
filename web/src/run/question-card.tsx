import { type FormEvent, useState } from 'react';
import type { Done } from '../../../src/server/contract/problem.ts';
import type { Answer, Question } from '../../../src/server/contract/runs.ts';
import { call } from '../api/call.ts';
import { PasswordField } from '../parts/password-field.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { useSpeech } from '../words/speech.tsx';

/** What the run asks before it goes on: a yes, some words typed, or a password. */
export function QuestionCard({ run, question }: { readonly run: string; readonly question: Question }) {
  const { words } = useSpeech();
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<unknown>();
  const answer = (value: string | boolean): void => {
    const body: Answer = { question: question.id, value };
    setTyped('');
    call<Done>('POST', `/api/runs/${encodeURIComponent(run)}/answer`, body).then(
      () => setError(undefined),
      setError,
    );
  };
  const needsText = question.about === 'password' || question.typed !== null;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    answer(question.typed ?? (needsText ? typed : true));
  };
  const phrase = question.typed === null ? null : words.told.phrase(question.about, question.typed);
  const wrong = phrase !== null && typed !== phrase;
  return (
    <form className="card stack close" onSubmit={submit} data-question={question.about}>
      {question.about === 'password' ? (
        <PasswordField label={words.run.question.password} value={typed} onChange={setTyped} />
      ) : undefined}
      {phrase === null ? undefined : (
        <div className="field">
          <label htmlFor="typed-consent">{words.run.question.type(phrase)}</label>
          <input
            id="typed-consent"
            value={typed}
            autoComplete="off"
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
      )}
      <div className="row">
        <button type="submit" className="button main" disabled={wrong || (needsText && typed === '')}>
          {question.about === 'password' ? words.run.question.send : words.run.question.agree}
        </button>
        <button type="button" className="button" onClick={() => answer(false)}>
          {words.run.question.refuse}
        </button>
      </div>
      {error === undefined ? undefined : <Trouble error={error} />}
    </form>
  );
}
