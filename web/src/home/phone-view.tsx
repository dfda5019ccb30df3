import { useState } from 'react';
import type { PairAnswer, PhoneCard } from '../../../src/server/contract/phones.ts';
import type { RunSummary } from '../../../src/server/contract/runs.ts';
import { call } from '../api/call.ts';
import { modelOf } from '../drawings/model.ts';
import { PhoneDrawing } from '../drawings/phone-drawing.tsx';
import { Shield } from '../parts/shield.tsx';
import { ProblemWords, Trouble } from '../parts/trouble.tsx';
import { VirtualActButton } from '../parts/virtual-act.tsx';
import { GoOn } from '../run/go-on.tsx';
import { Link } from '../shell/link.tsx';
import { useSpeech } from '../words/speech.tsx';
import { isSafe } from './is-safe.ts';
import { isMendable, MendPhone } from './mend-phone.tsx';
import { PhoneFacts } from './phone-facts.tsx';

/** What the screen of the picture shows for each state. */
const SCENES: Readonly<Record<PhoneCard['state'], string>> = {
  ready: 'ready',
  locked: 'lock',
  'not-trusted': 'trust',
  'waiting-for-trust': 'trust',
  'before-first-unlock': 'lock',
  updating: 'logo',
  starting: 'logo',
  unreachable: 'plain',
  unseen: 'plain',
  silent: 'dark',
  setup: 'gear',
  'charging-only': 'battery',
  restore: 'computer',
  recovery: 'computer',
  dfu: 'dark',
};

/** The way out of these is the button itself. */
const PLAIN: ReadonlySet<PhoneCard['state']> = new Set(['not-trusted', 'waiting-for-trust', 'locked']);

/** One phone: its picture, how it is, its last good backup, and the one thing to do. */
export function PhoneView({
  phone,
  cut,
}: {
  readonly phone: PhoneCard;
  readonly cut: RunSummary | undefined;
}) {
  const { words, amounts } = useSpeech();
  const { home } = words;
  const name = phone.name ?? phone.model ?? home.anIphone;
  const scene =
    phone.run !== null ? 'saving' : phone.state === 'ready' && isSafe(phone) ? 'safe' : SCENES[phone.state];
  return (
    <article className="card phone-view" aria-label={name} data-state={phone.state}>
      <div className="phone-picture">
        <PhoneDrawing model={modelOf(phone)} scene={scene} />
      </div>
      <div className="phone-head">
        <h2 className="row">
          {name}
          {phone.link === 'virtual' ? <span className="tag">{home.virtualTag}</span> : undefined}
        </h2>
        <PhoneFacts phone={phone} />
      </div>
      <div className="phone-body stack close">
        <LastBackup phone={phone} />
        {phone.problem === null || phone.run !== null || PLAIN.has(phone.state) ? undefined : (
          <div className="notice you">
            <ProblemWords problem={isMendable(phone) ? { ...phone.problem, next: '' } : phone.problem} />
          </div>
        )}
        {cut?.state === 'interrupted' && cut.again !== null && phone.run === null ? (
          <div className="notice">
            <p>{home.cut(amounts.ago(cut.ended ?? cut.began))}</p>
            <GoOn again={cut.again} />
          </div>
        ) : undefined}
        <NextAct phone={phone} />
        {phone.run === null ? <MendPhone phone={phone} /> : undefined}
        {phone.link === 'virtual' ? <p className="soft small">{home.virtualAbout}</p> : undefined}
      </div>
    </article>
  );
}

function LastBackup({ phone: { lastBackup, nextDue } }: { readonly phone: PhoneCard }) {
  const { words, amounts } = useSpeech();
  const { home } = words;
  if (lastBackup === null) {
    return (
      <p className="last-backup">
        <Shield keeping="none" />
        {home.lastBackup.none}
      </p>
    );
  }
  const ago = amounts.ago(lastBackup.at);
  const due = nextDue === null || Date.parse(nextDue) <= Date.now();
  return (
    <p className="last-backup">
      <Shield keeping={lastBackup.verified ? 'checked' : 'unchecked'} />
      <span>
        {(lastBackup.verified ? home.lastBackup.verified : home.lastBackup.unverified)(ago)}.{' '}
        <span className="soft">{due ? home.due.now : home.due.on(amounts.day(nextDue))}.</span>
      </span>
    </p>
  );
}

function NextAct({ phone: { udid, run, state, link } }: { readonly phone: PhoneCard }) {
  const { words } = useSpeech();
  const { home } = words;
  if (run !== null) {
    return (
      <p>
        <Link to={`/runs/${encodeURIComponent(run)}`} className="button main">
          {home.seeRun}
        </Link>
      </p>
    );
  }
  if (udid === null) return undefined;
  if (state === 'not-trusted' || state === 'waiting-for-trust')
    return <AskTrust udid={udid} waiting={state !== 'not-trusted'} virtual={link === 'virtual'} />;
  if (state !== 'ready' && state !== 'locked') return undefined;
  return (
    <p>
      <Link to={`/phones/${encodeURIComponent(udid)}/back-up`} className="button main">
        {home.backUp}
      </Link>
    </p>
  );
}

function AskTrust({
  udid,
  waiting,
  virtual,
}: {
  readonly udid: string;
  readonly waiting: boolean;
  readonly virtual: boolean;
}) {
  const { words } = useSpeech();
  const [error, setError] = useState<unknown>();
  const ask = (): void => {
    setError(undefined);
    call<PairAnswer>('POST', `/api/phones/${encodeURIComponent(udid)}/pair`, {}).catch(setError);
  };
  return (
    <>
      {waiting ? (
        <>
          <p role="status">{words.home.trustAsked}</p>
          {virtual ? <VirtualActButton udid={udid} step="trust" /> : undefined}
        </>
      ) : (
        <p>
          <button type="button" className="button main" onClick={ask}>
            {words.home.trust}
          </button>
        </p>
      )}
      {error === undefined ? undefined : <Trouble error={error} />}
    </>
  );
}
