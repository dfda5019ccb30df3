import './back-up.css';
import { useState } from 'react';
import type { DestinationsAnswer } from '../../../src/server/contract/destinations.ts';
import type { PhoneCard } from '../../../src/server/contract/phones.ts';
import type { RunRequest, RunStarted } from '../../../src/server/contract/runs.ts';
import { call } from '../api/call.ts';
import { useCall } from '../api/use-call.ts';
import { usePhones } from '../api/use-phones.ts';
import { Trouble } from '../parts/trouble.tsx';
import { Lead } from '../shell/lead.tsx';
import { Link } from '../shell/link.tsx';
import { navigate } from '../shell/router.ts';
import { useSpeech } from '../words/speech.tsx';
import { Checks } from './checks.tsx';
import { Destinations } from './destinations.tsx';
import { Encryption, type EncryptionWish, isComplete, noWish } from './encryption.tsx';
import { useCheck } from './use-check.ts';

/** Before a backup: where it goes, whether it is encrypted, what is in the way, and one button. */
export function BackUp({ udid }: { readonly udid: string }) {
  const { words } = useSpeech();
  const phones = usePhones();
  const phone = phones?.phones.find((one) => one.udid === udid);
  if (phones === undefined) return <Lead>{words.home.looking}</Lead>;
  if (phone === undefined) return <Away sentence={words.backUp.gone} to="/" link={words.run.done.home} />;
  if (phone.run !== null) {
    const name = phone.name ?? words.home.anIphone;
    return (
      <Away
        sentence={words.backUp.running(name)}
        to={`/runs/${encodeURIComponent(phone.run)}`}
        link={words.home.seeRun}
      />
    );
  }
  return <Ready udid={udid} phone={phone} />;
}

function Away({
  sentence,
  to,
  link,
}: {
  readonly sentence: string;
  readonly to: string;
  readonly link: string;
}) {
  return (
    <div className="stack">
      <Lead>{sentence}</Lead>
      <p>
        <Link to={to} className="button main">
          {link}
        </Link>
      </p>
    </div>
  );
}

function Ready({ udid, phone }: { readonly udid: string; readonly phone: PhoneCard }) {
  const { words } = useSpeech();
  const text = words.backUp;
  const places = useCall<DestinationsAnswer>(`/api/destinations?udid=${encodeURIComponent(udid)}`);
  const [picked, setPicked] = useState<string>();
  const [wish, setWish] = useState<EncryptionWish>(noWish);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const destinations = places.answer?.destinations ?? [];
  const place =
    destinations.find(({ path }) => path === picked) ??
    destinations.find(({ chosen }) => chosen) ??
    destinations[0];
  const check = useCheck(udid, place?.path, phone.state);
  const start = (): void => {
    if (place === undefined) return;
    setBusy(true);
    call<RunStarted>('POST', '/api/runs', requestFor(udid, place.path, phone, wish))
      .then(({ run }) => navigate(`/runs/${encodeURIComponent(run)}`))
      .catch((thrown: unknown) => {
        setBusy(false);
        setError(thrown);
      });
  };
  const broken = check.findings.some(({ standing }) => standing === 'broken');
  const ready = place !== undefined && isComplete(wish, phone.encrypts === true) && check.clear !== null;
  const name = phone.name ?? words.home.anIphone;
  return (
    <div className="stack back-up">
      <Lead live more={<p>{aboutOf(check, text)}</p>}>
        {text.lead(name)}
      </Lead>
      {places.error === undefined ? undefined : <Trouble error={places.error} again={places.reload} />}
      <Checks check={check} />
      <Destinations
        destinations={destinations}
        place={place}
        loading={places.loading}
        onPick={setPicked}
        onAdded={(path) => {
          setPicked(path);
          places.reload();
        }}
      />
      <Encryption encrypts={phone.encrypts} wish={wish} onChange={setWish} />
      {error === undefined ? undefined : <Trouble error={error} />}
      <div className="act-bar">
        <button type="button" className="button main" disabled={!ready || busy} onClick={start}>
          {busy ? text.starting : broken ? text.startAnyway : text.start}
        </button>
        <p className="soft small">{text.close}</p>
      </div>
    </div>
  );
}

function aboutOf(
  { clear, findings, error }: ReturnType<typeof useCheck>,
  text: ReturnType<typeof useSpeech>['words']['backUp'],
): string {
  if (clear === null && error === undefined) return text.looking;
  if (findings.some(({ standing }) => standing === 'broken')) return text.broken;
  if (findings.some(({ standing }) => standing === 'person')) return text.person;
  return findings.some(({ id, standing }) => standing !== 'fine' && id !== 'encryption')
    ? `${text.clear} ${text.seen}`
    : text.clear;
}

function requestFor(udid: string, destination: string, phone: PhoneCard, wish: EncryptionWish): RunRequest {
  const encrypt = phone.encrypts !== true && wish.encrypt;
  const password = phone.encrypts === true ? wish.current : encrypt ? wish.fresh : '';
  return {
    kind: 'backup',
    udid,
    destination,
    ...(encrypt && { encrypt }),
    ...(password !== '' && { password }),
  };
}
