import { type FormEvent, useState } from 'react';
import type { PhoneCard } from '../../../../src/server/contract/phones.ts';
import { usePhones } from '../../api/use-phones.ts';
import { PasswordField } from '../../parts/password-field.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { Lead } from '../../shell/lead.tsx';
import { Link } from '../../shell/link.tsx';
import { useSpeech } from '../../words/speech.tsx';
import { backupView } from '../addresses.ts';
import { BackLink } from '../inside/back-link.tsx';
import { startRun } from '../start-run.ts';
import { useBackup } from '../use-backups.ts';
import { ChoosePhone } from './choose-phone.tsx';
import { Preflight } from './preflight.tsx';
import { Ways, type WaysChosen } from './ways.tsx';

/** Puts a backup on to a phone: which one, what stands in the way, and how. The consent itself is asked in the run. */
export function Restore({ id }: { readonly id: string }) {
  const { words, amounts } = useSpeech();
  const { backup } = useBackup(id);
  const phones = usePhones()?.phones.filter(isReady);
  const [picked, setPicked] = useState<string | undefined>(undefined);
  const [clear, setClear] = useState(false);
  const [ways, setWays] = useState<WaysChosen>({ keepSettings: true, removeOthers: false, copyFirst: false });
  const [password, setPassword] = useState('');
  const [error, setError] = useState<unknown>(undefined);
  const [starting, setStarting] = useState(false);
  const say = words.backups.restore;
  const phone = phones?.find(({ udid }) => udid === picked) ?? phones?.[0];
  const generation = Number(new URLSearchParams(window.location.search).get('generation') ?? 0);
  const needsPassword = backup?.encrypted === true && !backup.open;
  const begin = (event: FormEvent): void => {
    event.preventDefault();
    if (phone === undefined) return;
    setStarting(true);
    setError(undefined);
    startRun({
      ...{ kind: 'restore', backup: id, udid: phone.udid, ...ways },
      ...(generation > 0 && { generation }),
      ...(password !== '' && { password }),
    }).catch((thrown: unknown) => {
      setStarting(false);
      setError(thrown);
    });
  };
  return (
    <div className="stack story">
      <BackLink to={backupView(id)}>{words.inside.back}</BackLink>
      <Lead more={<p>{say.about}</p>}>
        {backup?.at
          ? say.leadOf(backup.phoneName ?? words.backups.anIphone, amounts.day(backup.at))
          : say.lead}
      </Lead>
      {phone === undefined ? (
        <div className="stack close">
          <p role="status">{phones === undefined ? words.shell.loading : say.noPhone}</p>
          {phones === undefined ? undefined : (
            <p>
              <Link to="/" className="button main">
                {say.toPhones}
              </Link>
            </p>
          )}
        </div>
      ) : (
        <form className="stack" onSubmit={begin}>
          <ChoosePhone phones={phones ?? []} chosen={phone.udid} onChosen={setPicked} />
          <Preflight
            key={phone.udid}
            id={id}
            udid={phone.udid}
            generation={generation > 0 ? generation : undefined}
            onClear={setClear}
          />
          <Ways ways={ways} onChange={setWays} />
          {needsPassword ? (
            <PasswordField
              label={words.inside.unlock.password}
              hint={words.inside.unlock.hint}
              value={password}
              onChange={setPassword}
            />
          ) : undefined}
          <p className="notice you">{say.consent(phone.name ?? words.backups.anIphone)}</p>
          {error === undefined ? undefined : <Trouble error={error} />}
          <p>
            <button
              type="submit"
              className="button main"
              disabled={!clear || starting || (needsPassword && password === '')}
            >
              {say.begin(phone.name ?? words.backups.anIphone)}
            </button>
          </p>
        </form>
      )}
    </div>
  );
}

type ReadyPhone = PhoneCard & { readonly udid: string };

/** Also a locked one: what stands in the way then says so. */
function isReady(phone: PhoneCard): phone is ReadyPhone {
  return phone.udid !== null && (phone.state === 'ready' || phone.state === 'locked');
}
