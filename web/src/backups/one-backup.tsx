import { useState } from 'react';
import type { BackupCard } from '../../../src/server/contract/backups.ts';
import { Trouble } from '../parts/trouble.tsx';
import { Lead } from '../shell/lead.tsx';
import { Link } from '../shell/link.tsx';
import { useSpeech } from '../words/speech.tsx';
import { ActLine } from './act-line.tsx';
import { backupView } from './addresses.ts';
import { BackupFacts, BackupTags } from './backup-facts.tsx';
import { BackLink } from './inside/back-link.tsx';
import { type Act, aboutOf, leadOf, mainAct } from './standing.ts';
import { startRun } from './start-run.ts';
import { useBackup } from './use-backups.ts';

/** One backup: how it is, and what can be done with it. The most useful thing now is the main action. */
export function OneBackup({ id }: { readonly id: string }) {
  const { words } = useSpeech();
  const { backup, error, reload } = useBackup(id);
  const say = words.backups.one;
  if (error !== undefined) {
    return (
      <div className="stack">
        <Lead>{words.backups.list.lead.trouble}</Lead>
        <Trouble error={error} again={reload} />
      </div>
    );
  }
  if (backup === undefined) return <Lead>{words.shell.loading}</Lead>;
  if (backup === null) {
    return (
      <div className="stack">
        <Lead more={<p>{say.goneAbout}</p>}>{say.gone}</Lead>
        <p>
          <Link to="/backups" className="button main">
            {say.all}
          </Link>
        </p>
      </div>
    );
  }
  return <Actions backup={backup} />;
}

function Actions({ backup }: { readonly backup: BackupCard }) {
  const { words, amounts } = useSpeech();
  const [error, setError] = useState<unknown>(undefined);
  const [starting, setStarting] = useState(false);
  const say = words.backups.one;
  const { id, run, state } = backup;
  const main = mainAct(backup);
  const begin = (act: 'verify' | 'mend'): void => {
    setStarting(true);
    setError(undefined);
    const request =
      act === 'verify'
        ? ({ kind: 'verify', backup: id, depth: 'content' } as const)
        : ({ kind: 'repair', backup: id } as const);
    startRun(request).catch((thrown: unknown) => {
      setStarting(false);
      setError(thrown);
    });
  };
  const button = (act: Act) => {
    const look = `button${act === main ? ' main' : ''}`;
    if (act === 'look') {
      return (
        <Link to={backupView(id, 'files')} className={look}>
          {say.acts.look}
        </Link>
      );
    }
    return (
      <button type="button" className={look} disabled={starting} onClick={() => begin(act)}>
        {say.acts[act]}
      </button>
    );
  };
  return (
    <div className="stack">
      <BackLink to="/backups">{say.all}</BackLink>
      <Lead more={<p>{aboutOf(backup, say)}</p>}>{leadOf(backup, words.backups, amounts.ago)}</Lead>
      <div className="stack tight">
        <BackupTags backup={backup} />
        <BackupFacts backup={backup} />
        <p className="soft small">
          <code>{backup.path}</code>
        </p>
      </div>
      {error === undefined ? undefined : <Trouble error={error} />}
      {run === null ? (
        <>
          <p>{button(main)}</p>
          <ul className="acts">
            {(['look', 'verify', 'mend'] as const)
              .filter((act) => act !== main)
              .map((act) => (
                <ActLine key={act} about={say.acts[`${act}About`]}>
                  {button(act)}
                </ActLine>
              ))}
            {state === 'damaged' ? undefined : (
              <>
                <ActLine about={say.acts.takeOutAbout}>
                  <Link to={backupView(id, 'take-out')} className="button">
                    {say.acts.takeOut}
                  </Link>
                </ActLine>
                <ActLine about={say.acts.restoreAbout}>
                  <Link to={backupView(id, 'restore')} className="button">
                    {say.acts.restore}
                  </Link>
                </ActLine>
              </>
            )}
            {backup.generations === 0 ? undefined : (
              <ActLine about={say.acts.historyAbout}>
                <Link to={backupView(id, 'history')} className="button">
                  {say.acts.history}
                </Link>
              </ActLine>
            )}
          </ul>
        </>
      ) : (
        <p>
          <Link to={`/runs/${encodeURIComponent(run)}`} className="button main">
            {say.seeRun}
          </Link>
        </p>
      )}
    </div>
  );
}
