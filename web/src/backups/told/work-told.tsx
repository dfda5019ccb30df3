import './told.css';
import type { PageEvent } from '../../../../src/server/contract/events.ts';
import type { RunAgain, RunKind } from '../../../../src/server/contract/runs.ts';
import { Link } from '../../shell/link.tsx';
import { useSpeech } from '../../words/speech.tsx';
import { backupOf, backupView } from '../addresses.ts';
import { Extracted } from './extracted.tsx';
import { lastOf } from './last-of.ts';
import { Repaired } from './repaired.tsx';
import { Verified } from './verified.tsx';
import { Watched } from './watched.tsx';
import { isWork } from './work-lead.ts';

/** What a run found and did that is no backup: a check, a repair, things taken out, a watch. */
export function WorkTold({
  events,
  kind,
  again,
  over,
}: {
  readonly events: readonly PageEvent[];
  readonly kind: RunKind | null;
  readonly again: RunAgain | null;
  readonly over: boolean;
}) {
  const { words } = useSpeech();
  const password = lastOf(events, 'password.changed');
  const fix = lastOf(events, 'fix.finished');
  const id = again !== null && 'backup' in again ? again.backup : undefined;
  const backup = id === undefined ? undefined : backupOf(id);
  const sound = lastOf(events, 'verify.found')?.sound === true;
  return (
    <>
      <Verified events={events} />
      <Repaired events={events} kind={kind} />
      <Extracted events={events} />
      <Watched events={events} />
      {fix === undefined ? undefined : (
        <p className={`notice told${fix.result === 'done' ? ' good' : ''}`}>
          <strong>{words.told.fix[fix.result]}</strong>
        </p>
      )}
      {password === undefined ? undefined : (
        <p>{password.encrypted ? words.told.password.on : words.told.password.off}</p>
      )}
      {over && isWork(kind) && backup !== undefined ? (
        <p>
          <Link to={backupView(backup, sound ? 'photos' : '')} className="button main">
            {sound ? words.told.look : words.told.toBackup}
          </Link>
        </p>
      ) : undefined}
    </>
  );
}
