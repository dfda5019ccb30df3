import type { IcloudAnswer } from '../../../src/server/contract/icloud.ts';
import { EvidenceList } from '../run/evidence-list.tsx';
import { useSpeech } from '../words/speech.tsx';

/** What the newest backup here tells of those in iCloud, and what it goes by. */
export function Facts({ verdict }: { readonly verdict: NonNullable<IcloudAnswer['verdict']> }) {
  const { words, amounts, server } = useSpeech();
  return (
    <details>
      <summary>{words.icloud.facts}</summary>
      <div className="stack close cloud-facts">
        <p>{server.verdict(verdict)}</p>
        <p className="soft small">{words.icloud.factsFrom(amounts.moment(verdict.at))}</p>
        {verdict.evidence.length === 0 ? undefined : <EvidenceList evidence={verdict.evidence} />}
      </div>
    </details>
  );
}
