import { type FormEvent, useState } from 'react';
import type { FoldersAnswer } from '../../../../src/server/contract/destinations.ts';
import { useCall } from '../../api/use-call.ts';
import { Trouble } from '../../parts/trouble.tsx';
import { Lead } from '../../shell/lead.tsx';
import { useSpeech } from '../../words/speech.tsx';
import { backFrom } from '../addresses.ts';
import { BackupPassword, isLocked } from '../backup-password.tsx';
import { BackLink } from '../inside/back-link.tsx';
import { useBackup } from '../use-backups.ts';
import { useStart } from '../use-start.ts';
import { ChooseThing } from './choose-thing.tsx';
import { askedThings, placeAsked, requestFor, type Thing } from './things.ts';
import { ToFolder } from './to-folder.tsx';

/** Copies things out of a backup into a folder, in formats that other programs open. */
export function TakeOut({ id }: { readonly id: string }) {
  const { words } = useSpeech();
  const { backup } = useBackup(id);
  const { answer: home } = useCall<FoldersAnswer>('/api/folders');
  const place = placeAsked(window.location.search);
  const [what, setWhat] = useState<Thing>(() => askedThings(window.location.search));
  const [folder, setFolder] = useState<string>();
  const [password, setPassword] = useState('');
  const { start, starting, error } = useStart();
  const say = words.backups.takeOut;
  const beside = home?.path ?? home?.folders[0]?.path;
  const to = folder ?? (beside === undefined ? '' : `${beside}/${say.folderName(say.things[what])}`);
  const locked = isLocked(backup);
  const begin = (event: FormEvent): void => {
    event.preventDefault();
    start(requestFor({ id, what, to, place, password }));
  };
  return (
    <div className="stack story">
      <BackLink to={backFrom(id)}>{words.inside.back}</BackLink>
      <Lead more={<p>{say.about}</p>}>{say.lead}</Lead>
      <form className="stack" onSubmit={begin}>
        <ChooseThing chosen={what} place={place} onChosen={setWhat} />
        <ToFolder path={to} onChange={setFolder} />
        {locked ? <BackupPassword value={password} onChange={setPassword} /> : undefined}
        {error === undefined ? undefined : <Trouble error={error} />}
        <div className="act-bar">
          <button
            type="submit"
            className="button main"
            disabled={starting || to === '' || (locked && password === '')}
          >
            {say.begin}
          </button>
        </div>
      </form>
    </div>
  );
}
