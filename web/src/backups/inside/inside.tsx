import './inside.css';
import type { ReactNode } from 'react';
import type { BackupSummaryAnswer } from '../../../../src/server/contract/browse.ts';
import { ProblemError } from '../../api/call.ts';
import { useCall } from '../../api/use-call.ts';
import { Trouble } from '../../parts/trouble.tsx';
import { Lead } from '../../shell/lead.tsx';
import { useSpeech } from '../../words/speech.tsx';
import { backFrom, backupApi, backupOf } from '../addresses.ts';
import { Contacts } from '../contacts/contacts.tsx';
import { Files } from '../files/files.tsx';
import { Messages } from '../messages/messages.tsx';
import { Photos } from '../photos/photos.tsx';
import { Search } from '../search/search.tsx';
import { useBackup } from '../use-backups.ts';
import { BackLink } from './back-link.tsx';
import { InsideNav } from './inside-nav.tsx';
import { Unlock } from './unlock.tsx';
import type { InsideView } from './views.ts';

const VIEWS: Readonly<Record<InsideView, (id: string) => ReactNode>> = {
  photos: (id) => <Photos id={id} />,
  messages: (id) => <Messages id={id} />,
  contacts: (id) => <Contacts id={id} />,
  files: (id) => <Files id={id} />,
  search: (id) => <Search id={id} />,
};

/** The contents of a backup; one that is encrypted asks for its password first. */
export function Inside({ id, view }: { readonly id: string; readonly view: InsideView }) {
  const { words } = useSpeech();
  const { backup, error, reload } = useBackup(id);
  if (backup?.open === true) return <Opened id={id} view={view} />;
  if (backup) return <Unlock id={backupOf(id)} onOpen={reload} />;
  return (
    <Opening id={id} error={error ?? (backup === null ? words.backups.one.gone : undefined)} again={reload} />
  );
}

function Opened({ id, view }: { readonly id: string; readonly view: InsideView }) {
  const { words, amounts } = useSpeech();
  const { answer, error, reload } = useCall<BackupSummaryAnswer>(backupApi(id, 'summary'));
  // The server forgets a password after a rest.
  if (isLocked(error)) return <Unlock id={backupOf(id)} onOpen={reload} />;
  if (answer === undefined) return <Opening id={id} error={error} again={reload} />;
  return (
    <div className="stack inside">
      <BackLink to={backFrom(id)}>{words.inside.back}</BackLink>
      <Lead>
        {backupOf(id) === id || answer.at === null
          ? words.inside.lead(answer.phoneName ?? words.backups.anIphone)
          : words.inside.leadEarlier(amounts.moment(answer.at))}
      </Lead>
      <InsideNav id={id} view={view} summary={answer} />
      {VIEWS[view](id)}
    </div>
  );
}

function isLocked(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.code === 'archive.password-needed';
}

function Opening({
  id,
  error,
  again,
}: {
  readonly id: string;
  readonly error: unknown;
  readonly again: () => void;
}) {
  const { words } = useSpeech();
  return (
    <div className="stack">
      <BackLink to={backFrom(id)}>{words.inside.back}</BackLink>
      <Lead live>{error === undefined ? words.inside.opening : words.inside.cannotOpen}</Lead>
      {error === undefined ? undefined : <Trouble error={error} again={again} />}
    </div>
  );
}
