import { type ReactNode, useState } from 'react';
import type { BackupCard } from '../../../src/server/contract/backups.ts';
import { call } from '../api/call.ts';
import { Trouble } from '../parts/trouble.tsx';
import { Link } from '../shell/link.tsx';
import { useSpeech } from '../words/speech.tsx';
import { backupApi, backupView } from './addresses.ts';
import { INSIDE } from './inside/views.ts';
import { type Act, actsOf, mainAct } from './standing.ts';
import { startRun } from './start-run.ts';

const VIEWS = {
  unlock: 'unlock',
  look: INSIDE[0],
  takeOut: 'take-out',
  restore: 'restore',
  history: 'history',
} as const satisfies Partial<Record<Act, string>>;
const RUNS = { verify: { kind: 'verify', depth: 'content' }, mend: { kind: 'repair' } } as const;

/** Everything that can be done with a backup; one of it is the main action. */
export function Acts({ backup, onLocked }: { readonly backup: BackupCard; readonly onLocked: () => void }) {
  const { words } = useSpeech();
  const [error, setError] = useState<unknown>(undefined);
  const [busy, setBusy] = useState(false);
  const say = words.backups.one.acts;
  const { id } = backup;
  const main = mainAct(backup);
  const does = (work: () => Promise<unknown>) => (): void => {
    setBusy(true);
    setError(undefined);
    work().then(
      () => setBusy(false),
      (thrown: unknown) => {
        setBusy(false);
        setError(thrown);
      },
    );
  };
  const control = (act: Act): ReactNode => {
    const look = `button${act === main ? ' main' : ''}`;
    if (act !== 'verify' && act !== 'mend' && act !== 'lock') {
      return (
        <Link to={backupView(id, VIEWS[act])} className={look}>
          {say[act]}
        </Link>
      );
    }
    const work =
      act === 'lock'
        ? () => call('POST', backupApi(id, 'close')).then(onLocked)
        : () => startRun({ ...RUNS[act], backup: id });
    return (
      <button type="button" className={look} disabled={busy} onClick={does(work)}>
        {say[act]}
      </button>
    );
  };
  return (
    <>
      {error === undefined ? undefined : <Trouble error={error} />}
      <p>{control(main)}</p>
      <ul className="acts">
        {actsOf(backup)
          .filter((act) => act !== main)
          .map((act) => (
            <li key={act} className="act-line">
              {control(act)}
              <p className="soft small">{say[`${act}About`]}</p>
            </li>
          ))}
      </ul>
    </>
  );
}
