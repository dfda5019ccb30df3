import type { Evidence } from '../../../src/kit/evidence.ts';
import { useSpeech } from '../words/speech.tsx';

const FIRST = 3;

/** What was seen, each with its source and time; three at first. */
export function EvidenceList({ evidence }: { readonly evidence: readonly Evidence[] }) {
  const { words, amounts } = useSpeech();
  const newest = evidence.toReversed();
  return (
    <>
      <ul className="evidence">
        {newest.slice(0, FIRST).map((one) => (
          <EvidenceLine key={`${one.kind} ${one.at} ${JSON.stringify(one.facts)}`} one={one} />
        ))}
      </ul>
      {newest.length <= FIRST ? undefined : (
        <details>
          <summary>{words.run.stuck.all(amounts.number(newest.length))}</summary>
          <ul className="evidence">
            {newest.slice(FIRST).map((one) => (
              <EvidenceLine key={`${one.kind} ${one.at} ${JSON.stringify(one.facts)}`} one={one} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function EvidenceLine({ one }: { readonly one: Evidence }) {
  const { words, amounts, server } = useSpeech();
  const { told, lang } = server.evidence(one);
  return (
    <li>
      <span lang={lang}>{told}</span>
      <br />
      <span className="soft small figures">
        {words.run.stuck.sources[one.source]}, {amounts.time(one.at)}
      </span>
    </li>
  );
}
