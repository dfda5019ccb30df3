import type { BackupCard } from '../../../src/server/contract/backups.ts';
import { type Keeping, Shield } from '../parts/shield.tsx';
import { ProblemWords, Trouble } from '../parts/trouble.tsx';
import { Lead } from '../shell/lead.tsx';
import { Link } from '../shell/link.tsx';
import { useSpeech } from '../words/speech.tsx';
import { AddFolder } from './add-folder.tsx';
import { backupView } from './addresses.ts';
import { BackupFacts, BackupTags } from './backup-facts.tsx';
import { useBackups } from './use-backups.ts';

/** Every backup on this computer, the newest first. */
export function BackupList() {
  const { words, amounts } = useSpeech();
  const { answer, error, reload } = useBackups();
  const say = words.backups.list;
  if (error !== undefined && answer === undefined) {
    return (
      <div className="stack">
        <Lead>{say.lead.trouble}</Lead>
        <Trouble error={error} again={reload} />
      </div>
    );
  }
  if (answer === undefined) return <Lead live>{say.lead.looking}</Lead>;
  const { backups, unseen } = answer;
  return (
    <div className="stack story">
      <Lead more={<p>{backups.length === 0 ? say.noneAbout : say.about}</p>}>
        {backups.length === 0 ? say.lead.none : say.lead.some(backups.length, amounts.number(backups.length))}
      </Lead>
      <ul className="stack close">
        {newestFirst(backups).map((backup) => (
          <li key={backup.id}>
            <Card backup={backup} />
          </li>
        ))}
      </ul>
      {unseen.map(({ path, problem }) => (
        <div key={path} className="notice you">
          <ProblemWords problem={problem} />
          <p className="small">
            <code>{path}</code>
          </p>
        </div>
      ))}
      <div className="row">
        <Link to="/" className="button main">
          {say.save}
        </Link>
        <AddFolder onAdded={reload} />
      </div>
    </div>
  );
}

function Card({ backup }: { readonly backup: BackupCard }) {
  const { words, amounts } = useSpeech();
  const say = words.backups.list;
  const { id, phoneName, at, path } = backup;
  return (
    <article className="card backup-card">
      <Shield keeping={keepingOf(backup)} size={40} />
      <div className="stack tight">
        <h2>
          <Link to={backupView(id)}>{phoneName ?? words.backups.anIphone}</Link>
        </h2>
        <p>{at === null ? say.undated : say.made(amounts.ago(at), amounts.moment(at))}</p>
        <BackupTags backup={backup} />
        <BackupFacts backup={backup} />
        <p className="soft small">
          <code>{path}</code>
        </p>
      </div>
    </article>
  );
}

function keepingOf({ state, verified }: BackupCard): Keeping {
  if (state !== 'whole' || verified?.sound === false) return 'damaged';
  return verified === null ? 'unchecked' : 'checked';
}

function newestFirst(backups: readonly BackupCard[]): readonly BackupCard[] {
  return backups.toSorted((one, other) => (other.at ?? '').localeCompare(one.at ?? ''));
}
