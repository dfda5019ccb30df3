import type { PhoneCard } from '../../../src/server/contract/phones.ts';
import type { RunSummary } from '../../../src/server/contract/runs.ts';
import { isWork } from '../backups/told/work-lead.ts';
import { Link } from '../shell/link.tsx';
import { useSpeech } from '../words/speech.tsx';
import { DoneProof } from './done-proof.tsx';
import { GoOn } from './go-on.tsx';
import { Report } from './report.tsx';
import { SkippedFiles } from './skipped-files.tsx';
import type { Story } from './story.ts';
import { Why } from './stuck-card.tsx';

/** How a run came to its end, and the one thing to do next. */
export function Ending({
  run,
  story,
  summary,
  phone,
  interrupted,
}: {
  readonly run: string;
  readonly story: Story;
  readonly summary: RunSummary | undefined;
  readonly phone: PhoneCard | undefined;
  readonly interrupted: boolean;
}) {
  const { words, server } = useSpeech();
  const verified = story.end?.outcome === 'verified';
  const good = verified || story.end?.outcome === 'finished';
  const work = isWork(story.kind);
  const again = story.again ?? summary?.again ?? null;
  const cause = verified ? null : story.cause;
  const said = cause === null ? undefined : server.cause(cause);
  return (
    <>
      {verified && !work ? <DoneProof story={story} phone={phone} /> : undefined}
      {cause === null || said === undefined ? undefined : (
        <section className="card stack close">
          <h2>{words.run.stuck.next}</h2>
          <p lang={said.lang}>{said.told.next}</p>
          <Why cause={cause} />
        </section>
      )}
      {good || again === null || (work && !(interrupted && again.kind === 'watch')) ? undefined : (
        <GoOn again={again} />
      )}
      <SkippedFiles skipped={story.end?.skipped ?? story.skipped} />
      <div className="row">
        {verified && !work && summary?.backup ? (
          <Link to={`/backups/${encodeURIComponent(summary.backup)}`} className="button main">
            {words.run.done.look}
          </Link>
        ) : undefined}
        <Link to="/" className={work && (again === null || !('backup' in again)) ? 'button main' : 'button'}>
          {words.run.done.home}
        </Link>
      </div>
      {summary?.hasReport === true && !interrupted && !work ? <Report run={run} /> : undefined}
    </>
  );
}
