import './search.css';
import { type FormEvent, useId, useState } from 'react';
import type { SearchAnswer } from '../../../../src/server/contract/browse.ts';
import { useCall } from '../../api/use-call.ts';
import { Trouble } from '../../parts/trouble.tsx';
import { useSpeech } from '../../words/speech.tsx';
import { backupApi, queryOf } from '../addresses.ts';
import { Hits } from './hits.tsx';

/** Searches names of files, which is quick, and side by side what is written inside. */
export function Search({ id }: { readonly id: string }) {
  const { words } = useSpeech();
  const say = words.inside.search;
  const field = useId();
  const [typed, setTyped] = useState('');
  const [wanted, setWanted] = useState('');
  const ask = (event: FormEvent): void => {
    event.preventDefault();
    setWanted(typed.trim());
  };
  return (
    <section className="stack close" aria-label={words.inside.kinds.search}>
      <search>
        <form className="search-form" onSubmit={ask}>
          <div className="field">
            <label htmlFor={field}>{say.label}</label>
            <input
              id={field}
              type="search"
              value={typed}
              maxLength={200}
              onChange={(event) => setTyped(event.target.value)}
            />
          </div>
          <button type="submit" className="button main" disabled={typed.trim() === ''}>
            {say.search}
          </button>
        </form>
      </search>
      {wanted === '' ? <p className="soft">{say.about}</p> : <Answers key={wanted} id={id} wanted={wanted} />}
    </section>
  );
}

function Answers({ id, wanted }: { readonly id: string; readonly wanted: string }) {
  const { words, amounts } = useSpeech();
  const say = words.inside.search;
  const of = (where: 'names' | 'contents'): `/api/${string}` =>
    `${backupApi(id, 'search')}${queryOf({ q: wanted, in: where })}`;
  const contents = useCall<SearchAnswer>(of('contents'));
  const names = useCall<SearchAnswer>(of('names'));
  const answers = [contents.answer, names.answer].filter((answer) => answer !== undefined);
  const hits = answers.flatMap((answer) => answer.hits);
  const searching = contents.loading || names.loading;
  const unsearched = answers.flatMap((answer) => answer.unsearched);
  return (
    <div className="stack close">
      <p role="status">
        {searching && hits.length === 0
          ? say.searching
          : hits.length === 0
            ? say.nothing(wanted)
            : say.found(hits.length, amounts.number(hits.length))}
        {searching && hits.length > 0 ? ` ${say.goingOn}` : ''}
        {answers.some(({ more }) => more) ? ` ${say.more}` : ''}
      </p>
      {unsearched.length === 0 ? undefined : (
        <p className="notice you">
          {say.unsearched(unsearched.map((what) => say.places[what] ?? what).join(', '))}
        </p>
      )}
      {[contents, names].map(({ error, reload }, index) =>
        error === undefined ? undefined : <Trouble key={String(index)} error={error} again={reload} />,
      )}
      <Hits id={id} hits={hits} wanted={wanted} />
    </div>
  );
}
