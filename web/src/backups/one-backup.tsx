import type { BackupCard } from '../../../src/server/contract/backups.ts';
import { Trouble } from '../parts/trouble.tsx';
import { Lead } from '../shell/lead.tsx';
import { Link } from '../shell/link.tsx';
import { useSpeech } from '../words/speech.tsx';
import { Acts } from './acts.tsx';
import { BackupFacts, BackupTags } from './backup-facts.tsx';
import { BackLink } from './inside/back-link.tsx';
import { aboutOf, leadOf } from './standing.ts';
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
  return <Overview backup={backup} again={reload} />;
}

function Overview({ backup, again }: { readonly backup: BackupCard; readonly again: () => void }) {
  const { words, amounts } = useSpeech();
  const say = words.backups.one;
  return (
    <div className="stack story">
      <BackLink to="/backups">{say.all}</BackLink>
      <Lead more={<p>{aboutOf(backup, say)}</p>}>{leadOf(backup, words.backups, amounts.ago)}</Lead>
      <div className="stack tight">
        <BackupTags backup={backup} />
        <BackupFacts backup={backup} />
        <p className="soft small">
          <code>{backup.path}</code>
        </p>
      </div>
      {backup.run === null ? (
        <Acts backup={backup} onLocked={again} />
      ) : (
        <p>
          <Link to={`/runs/${encodeURIComponent(backup.run)}`} className="button main">
            {say.seeRun}
          </Link>
        </p>
      )}
    </div>
  );
}
