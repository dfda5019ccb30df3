import type { CheckFinding } from '../../../src/server/contract/events.ts';
import { LineIcon } from '../parts/line-icon.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { EvidenceList } from '../run/evidence-list.tsx';
import { useSpeech } from '../words/speech.tsx';
import type { Check } from './use-check.ts';

/** Worst first; what is fine is only counted. That a backup is not encrypted, the view says itself. */
const ORDER = ['broken', 'person', 'note', 'unknown'] as const;

const SIGNS = {
  fine: 'M5 12l4.5 4.500L19 7',
  note: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18ZM12 11v5.500M12 7.500v.5',
  person: 'M8 3h8v18H8zM11 18h2',
  broken: 'M4 14l5-1 3 5 3-11 2 6h3',
  unknown: 'M9 9a3 3 0 1 1 4 3c-1 .5-1 1-1 2M12 17v.5',
} as const;

/** The checks as they come in, one by one. */
export function Checks({ check }: { readonly check: Check }) {
  const { words, amounts } = useSpeech();
  const text = words.backUp.checks;
  const wrong = ORDER.flatMap((standing) => check.findings.filter((one) => one.standing === standing)).filter(
    ({ id, standing }) => !(id === 'encryption' && standing === 'note'),
  );
  const fine = check.findings.filter(({ standing }) => standing === 'fine');
  return (
    <section className="card stack tight" aria-label={text.title} aria-busy={check.clear === null}>
      <h2 className="row">
        {check.clear === null && check.error === undefined ? <span className="eye" /> : undefined}
        {text.title}
      </h2>
      <ul className="checks">
        {wrong.map((finding) => (
          <Finding key={finding.id} finding={finding} />
        ))}
      </ul>
      <div className="check-acts">
        {fine.length === 0 ? undefined : (
          <details>
            <summary>{text.all(amounts.number(check.findings.length))}</summary>
            <ul className="checks">
              {fine.map((finding) => (
                <Finding key={finding.id} finding={finding} />
              ))}
            </ul>
          </details>
        )}
        {check.clear === null || wrong.every(({ standing }) => standing === 'note') ? undefined : (
          <button type="button" className="button quiet" onClick={check.again}>
            {text.again}
          </button>
        )}
      </div>
      {check.error === undefined ? undefined : <Trouble error={check.error} />}
    </section>
  );
}

function Finding({ finding }: { readonly finding: CheckFinding }) {
  const { words, server } = useSpeech();
  const { told, lang } = server.finding(finding);
  return (
    <li className={`check-${finding.standing}`}>
      <LineIcon className="check-sign" d={SIGNS[finding.standing]} size={22} />
      <div className="stack tight">
        <p lang={lang}>
          <span className="unseen">{words.backUp.checks.standings[finding.standing]}: </span>
          {told.sentence}
        </p>
        {told.next === null ? undefined : (
          <p className="soft" lang={lang}>
            {told.next}
          </p>
        )}
        {finding.evidence.length === 0 || finding.standing === 'fine' ? undefined : (
          <details className="small">
            <summary>{words.backUp.checks.evidence}</summary>
            <EvidenceList evidence={finding.evidence} />
          </details>
        )}
      </div>
    </li>
  );
}
