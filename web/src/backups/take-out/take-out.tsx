import { type FormEvent, useState } from 'react';
import type { FoldersAnswer } from '../../../../src/server/contract/destinations.ts';
import { useCall } from '../../api/use-call.ts';
import { PasswordField } from '../../parts/password-field.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { Lead } from '../../shell/lead.tsx';
import { useSpeech } from '../../words/speech.tsx';
import { backFrom } from '../addresses.ts';
import { BackLink } from '../inside/back-link.tsx';
import { startRun } from '../start-run.ts';
import { useBackup } from '../use-backups.ts';
import { askedThings, KINDS, placeAsked, requestFor, type Thing } from './things.ts';
import { ToFolder } from './to-folder.tsx';

/** Copies things out of a backup into a folder, in formats that other programs open. */
export function TakeOut({ id }: { readonly id: string }) {
  const { words } = useSpeech();
  const { backup } = useBackup(id);
  const { answer: home } = useCall<FoldersAnswer>('/api/folders');
  const place = placeAsked(window.location.search);
  const [what, setWhat] = useState<Thing>(() => askedThings(window.location.search));
  const [folder, setFolder] = useState<string | undefined>(undefined);
  const [password, setPassword] = useState('');
  const [error, setError] = useState<unknown>(undefined);
  const [starting, setStarting] = useState(false);
  const say = words.backups.takeOut;
  const start = home?.path ?? home?.folders[0]?.path;
  const to = folder ?? (start === undefined ? '' : `${start}/${say.folderName(say.things[what])}`);
  const needsPassword = backup?.encrypted === true && !backup.open;
  const begin = (event: FormEvent): void => {
    event.preventDefault();
    setStarting(true);
    setError(undefined);
    startRun(requestFor({ id, what, to, place, password })).catch((thrown: unknown) => {
      setStarting(false);
      setError(thrown);
    });
  };
  return (
    <div className="stack story">
      <BackLink to={backFrom(id)}>{words.inside.back}</BackLink>
      <Lead more={<p>{say.about}</p>}>{say.lead}</Lead>
      <form className="stack" onSubmit={begin}>
        <fieldset className="things plain">
          <legend>{say.what}</legend>
          {KINDS.map((kind) => (
            <label key={kind} className="thing">
              <input type="radio" name="what" checked={kind === what} onChange={() => setWhat(kind)} />
              <span>
                <strong>{say.things[kind]}</strong>
                <span className="soft small">
                  {kind === 'files' && place !== undefined
                    ? say.fromFolder(place.folder === '' ? place.domain : place.folder)
                    : say.asWhat[kind]}
                </span>
              </span>
            </label>
          ))}
        </fieldset>
        <ToFolder path={to} onChange={setFolder} />
        {needsPassword ? (
          <PasswordField
            label={words.inside.unlock.password}
            hint={words.inside.unlock.hint}
            value={password}
            onChange={setPassword}
          />
        ) : undefined}
        {error === undefined ? undefined : <Trouble error={error} />}
        <div className="act-bar">
          <button
            type="submit"
            className="button main"
            disabled={starting || to === '' || (needsPassword && password === '')}
          >
            {say.begin}
          </button>
        </div>
      </form>
    </div>
  );
}
