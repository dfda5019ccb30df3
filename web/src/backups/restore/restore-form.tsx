import { type FormEvent, useState } from 'react';
import type { BackupCard } from '../../../../src/server/contract/backups.ts';
import { Trouble } from '../../parts/trouble.tsx';
import { useSpeech } from '../../words/speech.tsx';
import { BackupPassword, isLocked } from '../backup-password.tsx';
import { useStart } from '../use-start.ts';
import { ChoosePhone, type ReadyPhone } from './choose-phone.tsx';
import { Preflight } from './preflight.tsx';
import { Ways, type WaysChosen } from './ways.tsx';

/** On to which of these phones, and how. */
export function RestoreForm({
  id,
  phones,
  backup,
}: {
  readonly id: string;
  readonly phones: readonly ReadyPhone[];
  readonly backup: BackupCard | null | undefined;
}) {
  const { words } = useSpeech();
  const [picked, setPicked] = useState<string>();
  const [clear, setClear] = useState(false);
  const [ways, setWays] = useState<WaysChosen>({ keepSettings: true, removeOthers: false, copyFirst: false });
  const [password, setPassword] = useState('');
  const { start, starting, error } = useStart();
  const phone = phones.find(({ udid }) => udid === picked) ?? phones[0];
  if (phone === undefined) return undefined;
  const { udid } = phone;
  const state = stateAsked();
  const locked = isLocked(backup);
  const begin = (event: FormEvent): void => {
    event.preventDefault();
    start({
      ...{ kind: 'restore', backup: id, udid, ...ways, ...state },
      ...(password !== '' && { password }),
    });
  };
  const say = words.backups.restore;
  const name = phone.name ?? words.backups.anIphone;
  return (
    <form className="stack" onSubmit={begin}>
      <ChoosePhone phones={phones} chosen={udid} onChosen={setPicked} />
      <Preflight key={udid} id={id} udid={udid} generation={state.generation} onClear={setClear} />
      <Ways ways={ways} onChange={setWays} />
      {locked ? <BackupPassword value={password} onChange={setPassword} /> : undefined}
      <p className="notice you">{say.consent(name)}</p>
      {error === undefined ? undefined : <Trouble error={error} />}
      <p>
        <button
          type="submit"
          className="button main"
          disabled={!clear || starting || (locked && password === '')}
        >
          {say.begin(name)}
        </button>
      </p>
    </form>
  );
}

/** Which earlier state, where the address names one. */
function stateAsked(): { readonly generation?: number } {
  const generation = Number(new URLSearchParams(window.location.search).get('generation') ?? 0);
  return generation > 0 ? { generation } : {};
}
