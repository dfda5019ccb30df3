import { useState } from 'react';
import type { IcloudAnswer } from '../../../src/server/contract/icloud.ts';
import type { PhoneCard } from '../../../src/server/contract/phones.ts';
import { useCall } from '../api/use-call.ts';
import { startRun } from '../backups/start-run.ts';
import { ProblemWords, Trouble } from '../parts/trouble.tsx';
import { Lead } from '../shell/lead.tsx';
import { Link } from '../shell/link.tsx';
import { useSpeech } from '../words/speech.tsx';
import { Advice } from './advice.tsx';
import { AppleWord } from './apple-word.tsx';
import { Facts } from './facts.tsx';
import { leadOf } from './lead-of.ts';

/** What one phone says of its iCloud backup, what Apple says, and what helps. */
export function PhoneCloud({ phone }: { readonly phone: PhoneCard & { readonly udid: string } }) {
  const { words, amounts } = useSpeech();
  const { udid, run } = phone;
  const { answer, error, reload } = useCall<IcloudAnswer>(`/api/icloud/${encodeURIComponent(udid)}`);
  const [failed, setFailed] = useState<unknown>(undefined);
  const say = words.icloud;
  const name = phone.name ?? words.backups.anIphone;
  if (answer === undefined) {
    return error === undefined ? (
      <Lead live>{say.asking(name)}</Lead>
    ) : (
      <div className="stack">
        <Lead>{say.cannotAsk(name)}</Lead>
        <Trouble error={error} again={reload} />
      </div>
    );
  }
  const watch = (): void => {
    setFailed(undefined);
    startRun({ kind: 'watch', udid }).catch(setFailed);
  };
  return (
    <div className="stack">
      <Lead more={<p>{say.about}</p>}>{leadOf(answer.phone, name, say, amounts.ago)}</Lead>
      {answer.problem === null ? undefined : (
        <div className="notice you">
          <ProblemWords problem={answer.problem} />
        </div>
      )}
      {failed === undefined ? undefined : <Trouble error={failed} />}
      <div className="stack tight">
        <p>
          {run === null ? (
            <button type="button" className="button main" onClick={watch}>
              {say.watch}
            </button>
          ) : (
            <Link to={`/runs/${encodeURIComponent(run)}`} className="button main">
              {say.seeRun}
            </Link>
          )}
        </p>
        <p className="soft small">{say.watchAbout}</p>
      </div>
      <Advice udid={udid} first={answer.advice} />
      {answer.verdict === null ? undefined : <Facts verdict={answer.verdict} />}
      <AppleWord udid={udid} known={answer.apple} />
      <p className="soft small">{say.never}</p>
    </div>
  );
}
